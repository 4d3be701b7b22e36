package io.plateflow.ingest.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.ApiKey.Scope;
import io.plateflow.contracts.Capture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No photo is lost, whatever becomes of the network, the page or the key. */
class NetworkBrowserIT extends OnAPhone {
    private static final Duration SHUTTER_TO_ACCEPTED = Duration.ofSeconds(8);

    @Test
    void photosTakenWithoutANetworkOutliveThePageAndAreSentOnce() {
        pair();
        phone.awaitKept();
        phone.noNetwork();
        phone.the("#typed").sendKeys("AB123CD");
        phone.press("#shutter");
        phone.awaitText(".shot", "Guardada");
        phone.press("#shutter");
        phone.awaitText("#count", "2");
        phone.awaitText("#waiting", "Sin conexión");

        phone.open("/capture?reloaded");
        phone.awaitText("#count", "2");
        assertThat(phone.texts("#forget")).containsExactly("Olvidar clave");
        assertThat(sent()).isEmpty();

        phone.goodNetwork();
        List<Capture> all = arrived(2);
        phone.awaitText("#waiting", "Todo enviado");
        assertThat(all).extracting(Capture::declaredPlate).containsExactly("AB123CD", null);
        assertThat(all.get(0).capturedAt()).isBefore(all.get(1).capturedAt());

        phone.open("/capture?again");
        phone.awaitText("#waiting", "Todo enviado");
        assertThat(phone.texts(".shot")).hasSize(2);
        await().during(Duration.ofSeconds(1)).until(() -> sent().size() == 2);
        assertThat(phone.errorsOtherThanOfRequests()).isEmpty();
    }

    @Test
    void aPhotoReachesTheGatewayIn8SecondsOverAPoorNetwork(@TempDir Path library) throws Exception {
        pair();
        phone.poorNetwork();
        Instant shutter = Instant.now();
        phone.choose(noisy(library));
        phone.the(".shot[data-state='SENT']");
        Duration took = Duration.between(shutter, Instant.now());

        Capture capture = arrived(1).get(0);
        System.out.printf(
                "shutter to 202 over 400 kbit/s, 400 ms: %s, %d bytes%n",
                took, capture.image().bytes());
        assertThat(took).isLessThan(SHUTTER_TO_ACCEPTED);
        assertThat(capture.image().bytes()).isBetween(150_000, 250_000);
        assertThat(capture.image().width()).isEqualTo(1600);
    }

    @Test
    void aShotReachesTheGatewayIn8SecondsOverAPoorNetwork() {
        pair();
        phone.poorNetwork();
        Instant shutter = Instant.now();
        phone.press("#shutter");
        phone.the(".shot[data-state='SENT']");

        assertThat(Duration.between(shutter, Instant.now())).isLessThan(SHUTTER_TO_ACCEPTED);
        assertThat(arrived(1).get(0).image().bytes()).isLessThanOrEqualTo(250_000);
    }

    @Test
    @Tag("full")
    void aNetworkThatCannotCarryAPhotoInTimeGetsASmallerOne(@TempDir Path library) throws Exception {
        pair();
        phone.hopelessNetwork();
        phone.choose(noisy(library));

        Capture capture = await().atMost(Duration.ofMinutes(3))
                .until(this::sent, all -> !all.isEmpty())
                .get(0);
        phone.awaitText("#waiting", "Todo enviado");
        assertThat(capture.image().bytes()).isLessThan(120_000);
        assertThat(sent()).hasSize(1);
        assertThat(phone.errorsOtherThanOfRequests()).isEmpty();
    }

    @Test
    void aRevokedKeyIsSaidClearlyAndPhotosWaitForTheNext() throws Exception {
        pair();
        phone.press("#shutter");
        arrived(1);
        phone.awaitText("#waiting", "Todo enviado");
        warden.revoke(kafka);
        await().until(() -> new ResultsOf(gateway, warden).status() == 401);

        phone.press("#shutter");
        phone.awaitText("#notice", "no acepta esta clave");
        phone.awaitText("#notice", "1 por enviar");
        phone.awaitText("#count", "1");

        warden = Warden.with(Scope.CAPTURES, Scope.RESULTS);
        warden.publish(kafka);
        await().until(() -> new ResultsOf(gateway, warden).status() == 404);
        phone.open("/capture#key=" + warden.key());
        arrived(1);
        phone.awaitText("#waiting", "Todo enviado");
        assertThat(phone.texts("#notice")).containsExactly("");
        assertThat(phone.errorsOtherThanOfRequests()).isEmpty();
    }

    @Test
    void aKeyThatMayNotSeeResultsSendsAndSaysSo() throws Exception {
        warden = Warden.with(Scope.CAPTURES);
        warden.publish(kafka);
        pair();
        phone.press("#shutter");
        arrived(1);
        phone.awaitText("#notice", "no ver qué se leyó");
        assertThat(phone.errorsOtherThanOfRequests()).isEmpty();
    }

    @Test
    void aForgottenKeyLeavesThePhotosAndAsksForAnother() {
        pair();
        phone.awaitKept();
        phone.noNetwork();
        phone.press("#shutter");
        phone.awaitText("#count", "1");
        phone.press("#forget");
        phone.press("#ask-yes");
        phone.the("#pairing");
        assertThat(phone.texts(".shot")).hasSize(1);

        phone.goodNetwork();
        phone.the("#key").sendKeys(warden.key());
        phone.press("#pair button");
        arrived(1);
        assertThat(phone.errorsOtherThanOfRequests()).isEmpty();
    }

    /** A street scene has detail everywhere; this has more. */
    private static Path noisy(Path library) throws IOException {
        Random random = new Random(3);
        BufferedImage image = new BufferedImage(3200, 2400, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int grey = 90 + (x + y) % 60 + random.nextInt(50);
                image.setRGB(x, y, grey << 16 | grey << 8 | (grey + 8));
            }
        }
        Path file = library.resolve("street.jpg");
        ImageIO.write(image, "jpeg", file.toFile());
        return file;
    }
}
