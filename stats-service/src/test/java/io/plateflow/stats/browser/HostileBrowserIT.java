package io.plateflow.stats.browser;

import static io.plateflow.domain.stay.Direction.EXIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Story;
import io.plateflow.stats.gate.AtGate;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What senders and users write is shown as text on every page, and runs nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBrowserIT extends InChromium {
    private static final AtGate GARAGE = new AtGate(new Coordinates(-38.90142, -59.65622), Photo::of);
    private static final String MARKUP = "<img src=x onerror=window.pwned=1><script>window.pwned=1</script>";
    /** As long as a camera's name may be: a formula, quotes, markup, a letter that turns the rest around, and emoji. */
    private static final String CAMERA = "=cmd|'/C calc'!A0\"'`" + MARKUP + "\u202e\ud83d\ude97" + "W".repeat(90);

    private static final String URL = "javascript:window.pwned=1//" + "w".repeat(2_000);
    private static final String REASON = "=1+1\"'" + MARKUP + "\ud83d\ude97" + "w".repeat(350);
    private static final String METHOD = "<u>=x'\"</u>";

    private final Instant now = Instant.now();
    private final UUID photo = UUID.randomUUID();
    private final UUID doubtful = UUID.randomUUID();
    private String charge = "";

    @BeforeAll
    void sendAll() throws Exception {
        assertThat(CAMERA.length()).isLessThanOrEqualTo(200);
        see(photo, "BH111AA", false);
        see(doubtful, "BH222AA", true);
        UUID stay = GARAGE.charged("BH111AA", now.minus(Duration.ofMinutes(90)), now, photo);
        GARAGE.rejected(CAMERA, now.minus(Duration.ofMinutes(3)));
        awaitAllInRows();
        charge = json("/v1/stays/" + stay).path("chargeId").asString();
        accepted(
                "/v1/charges/" + charge + "/settlements",
                body(Map.of("amount", "100.00", "method", METHOD, "reference", MARKUP)));
        accepted("/v1/charges/" + charge + "/dispute", body(Map.of("reason", REASON)));
        awaitJson("/v1/charges/" + charge, "/paid/amount", "100.00");
        awaitAllInRows();
        new Screen(driver, port).signIn("admin");
    }

    @AfterAll
    void leave() {
        Screen last = new Screen(driver, port);
        new Look(last).end();
        last.forget();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /                              | #live-rows .row    | true
            /exit?camera=CAMERA            | #car[data-state=PLATE] | false
            /captures?camera=CAMERA        | #rows tr           | true
            /captures?tab=review&camera=CAMERA | #right         | true
            /stays?plate=BH111AA           | body:not(.loading) | false
            /charges?tab=all&plate=BH111AA | #rows tr           | false
            /charges?charge=CHARGE         | #charge[open]      | true
            /v1/charges/CHARGE/statement   | h1                 | true
            /reports                       | body:not(.loading) | false
            /settings/zones                | body:not(.loading) | false
            /settings/tariffs              | body:not(.loading) | false
            /settings/vehicles             | body:not(.loading) | false
            /settings/cameras              | body:not(.loading) | false
            /settings/users                | #rows tr           | false
            /settings/audit                | body:not(.loading) | false
            /settings/erasures             | body:not(.loading) | false
            /system                        | .reject            | true
            /password                      | form               | false
            """)
    void isTextOnEveryPage(String path, String filled, boolean shown) throws Exception {
        screen.open(path.replace("CAMERA", encoded(CAMERA)).replace("CHARGE", charge));
        screen.the(filled);
        if (shown) {
            screen.awaitText("body", MARKUP);
        }
        for (int width : List.of(360, 1920)) {
            new Look(screen).become(width, "light");
            assertThat(new Look(screen).surplus()).as("%s at %d", path, width).isZero();
        }
        assertThat(screen.driver.executeScript("return window.pwned === undefined"))
                .isEqualTo(true);
        assertThat(screen.all("img[src='x'], [onerror], body u, script:not([src]):not([type])"))
                .as("markup that somebody sent")
                .isEmpty();
        assertThat(screen.all("a[href^='javascript'], a[href^='data'], a[href^='vbscript']"))
                .isEmpty();
    }

    @Test
    void isNoFormulaInAFile() throws Exception {
        HttpResponse<byte[]> file = HTTP.send(
                request("/v1/captures?camera=" + encoded(CAMERA), "analyst")
                        .header("Accept", "text/csv")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(ListPage.lines(file.body()))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.toList()).contains("'" + CAMERA).noneMatch(cell -> cell.startsWith("=")));
    }

    @Test
    void isRefusedWhereItIsTenThousandCharactersLong() throws Exception {
        String long10k = "\ud83d\ude97".repeat(5_000);
        assertThat(refusal(send(
                        "POST",
                        "/v1/charges/" + charge + "/settlements",
                        "operator",
                        "",
                        body(Map.of("amount", "1.00", "method", long10k, "reference", long10k)))))
                .isEqualTo("422 method_malformed reference_malformed");
        assertThat(refusal(send(
                        "POST", "/v1/charges/" + charge + "/void", "operator", "", body(Map.of("reason", long10k)))))
                .isEqualTo("422 reason_malformed");
        assertThat(ask("/v1/captures?camera=" + encoded("x".repeat(6_000))).statusCode())
                .isIn(200, 422);
    }

    private void see(UUID id, String plate, boolean needsReview) throws Exception {
        Capture capture = new Capture(
                id,
                now,
                now.plusMillis(1),
                GARAGE.place(),
                Capture.PlaceSource.REQUEST,
                Capture.TimeSource.REQUEST,
                new Capture.Image("image/jpeg", 640, 480, 1_000, "ab".repeat(32)),
                "default",
                URL,
                null,
                CAMERA,
                EXIT,
                REASON,
                MARKUP.substring(0, 40),
                Capture.Priority.LIVE,
                Set.of(),
                1);
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>(Topics.CAPTURES.name(), id.toString(), Photo.of(plate));
        CaptureHeaders.write(capture, "/plateflow/ingest", sent.headers());
        PlateRead read = new PlateRead(
                id,
                1,
                now,
                capture,
                new PlateRead.Seen(
                        new Plate(plate), 0.9, List.of("AR"), List.of(new PlateRead.Candidate(plate, 0.9)), List.of()),
                List.of(),
                needsReview,
                false,
                "test",
                Map.of());
        Story.send(
                TestKafka.bootstrap(),
                List.of(
                        sent,
                        new ProducerRecord<>(
                                Topics.READINGS.name(), id.toString(), Json.MAPPER.writeValueAsBytes(read))));
    }

    private static String body(Map<String, String> fields) {
        return Json.MAPPER.writeValueAsString(fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
