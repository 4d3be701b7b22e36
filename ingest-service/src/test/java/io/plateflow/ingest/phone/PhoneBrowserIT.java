package io.plateflow.ingest.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.PlateRead;
import io.plateflow.ingest.ExifBlock;
import io.plateflow.ingest.Photos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warden's day: photos, plates, and a word on them. */
class PhoneBrowserIT extends OnAPhone {

    @Test
    void aShotIsSentItsPlateShownAndConfirmed() throws Exception {
        pair();
        assertThat(phone.url()).endsWith("/capture");
        assertThat(phone.texts("#who")).containsExactly("Ana");

        Instant shot = Instant.now();
        phone.press("#shutter");
        Capture capture = arrived(1).get(0);
        phone.awaitText(".shot", "Leyendo la patente");

        assertThat(capture.image().contentType()).isEqualTo("image/jpeg");
        assertThat(capture.image().bytes()).isLessThanOrEqualTo(250_000);
        assertThat(Math.max(capture.image().width(), capture.image().height())).isLessThanOrEqualTo(1600);
        assertThat(capture.place().latitude()).isCloseTo(-34.6037, within(1e-6));
        assertThat(capture.accuracyMeters()).isEqualTo(8.0);
        assertThat(capture.capturedAt()).isCloseTo(shot, within(10, ChronoUnit.SECONDS));
        assertThat(capture.source()).isEqualTo("phone");
        assertThat(capture.declaredPlate()).isNull();

        Readings.send(kafka, Readings.read(capture, "AB123CD", false));
        phone.awaitText(".shot .plate", "AB123CD");
        phone.press("[data-act='shot.right']");
        phone.awaitText(".shot", "Confirmada");

        assertThat(Readings.of(kafka, capture.id()).get(1)).isInstanceOfSatisfying(PlateRead.class, end -> {
            assertThat(end.capture().declaredPlate()).isEqualTo("AB123CD");
            assertThat(end.needsReview()).isFalse();
        });
    }

    @Test
    void whatTheWardenPutsRightGoesToAPerson() throws Exception {
        pair();
        phone.press("#shutter");
        Capture capture = arrived(1).get(0);
        Readings.send(kafka, Readings.read(capture, "AB123CO", false));

        phone.press("[data-act='shot.wrong']");
        phone.the("#right").clear();
        phone.the("#right").sendKeys("ab 123 cd");
        phone.press("#correct .primary");
        phone.awaitText(".shot", "Escribiste AB123CD: lo revisa una persona");

        assertThat(phone.texts(".shot .plate")).containsExactly("AB123CO");
        assertThat(Readings.of(kafka, capture.id()).get(1)).isInstanceOfSatisfying(PlateRead.class, end -> {
            assertThat(end.capture().declaredPlate()).isEqualTo("AB123CD");
            assertThat(end.needsReview()).isTrue();
            assertThat(end.plate().text().text()).isEqualTo("AB123CO");
        });
    }

    @Test
    void aPlateThatIsTypedFirstTravelsWithThePhotoAndNoFurther() throws Exception {
        pair();
        phone.the("#typed").sendKeys("ab-123-cd");
        phone.press("#shutter");
        Capture first = arrived(1).get(0);
        assertThat(first.declaredPlate()).isEqualTo("AB123CD");
        Readings.send(kafka, Readings.read(first, "AB123CD", false));
        phone.awaitText(".shot", "Coincide con la que escribiste");

        phone.press("#shutter");
        assertThat(arrived(2).get(1).declaredPlate()).isNull();
    }

    @Test
    void aPhotoThatNobodyCouldReadCanBeTyped() throws Exception {
        pair();
        phone.press("#shutter");
        Capture capture = arrived(1).get(0);
        Readings.send(kafka, Readings.unreadable(capture));

        phone.press("[data-act='shot.type']");
        phone.the("#right").sendKeys("ab123cd");
        phone.press("#correct .primary");

        phone.awaitText(".shot", "Escribiste AB123CD: lo revisa una persona");
        await().until(() -> Readings.of(kafka, capture.id()).size() == 2);
    }

    @Test
    void aPhotoOfTheLibrarySaysWhereAndWhenItWasTaken(@TempDir Path library) throws Exception {
        byte[] exif = new ExifBlock()
                .clock("2026:05:31 18:04:05")
                .offset("-03:00")
                .place(-31.4201, -64.1888)
                .build();
        Path photo = Files.write(library.resolve("a.jpg"), Photos.jpegWith(exif, Photos.jpeg(2400, 1800, 7)));
        pair();
        phone.choose(photo);

        Capture capture = arrived(1).get(0);
        assertThat(capture.place().latitude()).isCloseTo(-31.4201, within(1e-4));
        assertThat(capture.place().longitude()).isCloseTo(-64.1888, within(1e-4));
        assertThat(capture.accuracyMeters()).isNull();
        assertThat(capture.capturedAt()).isEqualTo("2026-05-31T21:04:05Z");
        assertThat(capture.image().width()).isEqualTo(1600);
        assertThat(capture.image().height()).isEqualTo(1200);
    }

    @Test
    void anOldPhotoWithoutAPlaceWaitsForTheWardensWord(@TempDir Path library) throws Exception {
        Path photo = Files.write(library.resolve("b.jpg"), Photos.jpeg(800, 600, 8));
        Files.setLastModifiedTime(photo, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
        pair();
        phone.choose(photo);
        phone.awaitText(".shot", "Falta el lugar");
        assertThat(sent()).isEmpty();

        phone.press("[data-act='shot.here']");

        assertThat(arrived(1).get(0).accuracyMeters()).isEqualTo(8.0);
    }

    @Test
    void aPhotoThatTheGatewayRefusesStaysUntilTheWardenDecides(@TempDir Path library) throws Exception {
        byte[] exif = new ExifBlock()
                .clock("2099:01:01 00:00:00")
                .offset("-03:00")
                .place(-31.4, -64.2)
                .build();
        Path photo = Files.write(library.resolve("c.jpg"), Photos.jpegWith(exif, Photos.jpeg(800, 600, 9)));
        pair();
        phone.choose(photo);
        phone.awaitText(".shot", "El reloj del teléfono adelanta");
        phone.press("[data-act='shot.discard']");
        phone.press("#ask button");
        assertThat(phone.texts(".shot")).hasSize(1);
        assertThat(sent()).isEmpty();

        phone.press("[data-act='shot.retry']");

        assertThat(arrived(1).get(0).timeSource()).isEqualTo(Capture.TimeSource.RECEIVED);
        assertThat(phone.errorsOtherThanOfRequests()).isEmpty();
    }

    @Test
    void thePhoneSpeaksTheLanguageThatIsChosenAndRemembersIt() {
        pair();
        assertThat(phone.the("#shutter").getAttribute("aria-label")).isEqualTo("Sacar foto");
        phone.press("[data-language='en']");
        phone.awaitText("#forget", "Forget key");
        phone.open("/capture?again");
        phone.awaitText("#forget", "Forget key");
        assertThat(phone.the("#shutter").getAttribute("aria-label")).isEqualTo("Take a photo");
    }
}
