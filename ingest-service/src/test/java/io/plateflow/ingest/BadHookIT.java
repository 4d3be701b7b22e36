package io.plateflow.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import io.plateflow.ingest.hooks.CameraForm;
import io.plateflow.ingest.hooks.Pushes;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no camera may get in, from each make: the right 4xx, and the service lives on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadHookIT {
    private static final String TIME = "2026-05-31T18:04:05-03:00";
    private static final String HERE = "?latitude=-34.6&longitude=-58.4";
    private static final byte[] CROP = Photos.jpeg(90, 30, 1);
    private static final byte[] TEXT = "not a photo at all, merely words".getBytes(UTF_8);
    private static final byte[] LARGE = new byte[11 * 1024 * 1024];
    private static final byte[] HUGE = new byte[30 * 1024 * 1024];

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeAll
    void start() throws Exception {
        gateway = Gateway.start(TestKafka.bootstrap());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @AfterEach
    void livesOn() throws Exception {
        Pushes.Sent good = new Pushes.Sent("image/jpeg", Photos.jpeg(64, 48, 7));
        assertThat(gateway.push("upload/" + Gateway.KEY + HERE, good).statusCode())
                .isEqualTo(200);
        await().untilAsserted(
                        () -> assertThat(gateway.part(ByteBudget.class).inUse()).isZero());
    }

    static Stream<Arguments> badPushes() {
        String event = Pushes.hikvisionEvent("1", TIME, "forward", "AB123CD");
        Pushes.Sent noUpload = new CameraForm("b")
                .part("Content-Disposition: form-data; name=\"camera_id\"", "gate")
                .sent("multipart/form-data; boundary=b");
        return Stream.of(
                row("hikvision", "without a picture", xml(event), 422, "picture_missing"),
                row("hikvision", "broken XML", xml(event.substring(0, 400)), 400, "body_malformed"),
                row("hikvision", "a document type", xml(bomb()), 400, "body_malformed"),
                row("hikvision", "words", hikvision(TEXT), 415, "image_type"),
                row("hikvision", "100 megapixels", hikvision(Photos.vastPng()), 422, "image_pixels"),
                row("hikvision", "11 MiB", hikvision(LARGE), 413, "image_too_large"),
                row("hikvision", "30 MiB", hikvision(HUGE), 413, "image_too_large"),
                row("dahua", "without a picture", json("{\"Picture\": {\"Plate\": {}}}"), 422, "picture_missing"),
                row("dahua", "broken JSON", json("{\"Picture\": "), 400, "body_malformed"),
                row("dahua", "deep JSON", json("[".repeat(100_000)), 400, "body_malformed"),
                row("dahua", "words", dahua(TEXT), 415, "image_type"),
                row("dahua", "100 megapixels", dahua(Photos.vastPng()), 422, "image_pixels"),
                row("dahua", "11 MiB", dahua(LARGE), 413, "image_too_large"),
                row("intelbras", "words", Pushes.intelbras(TIME, "AB123CD", TEXT, TEXT), 415, "image_type"),
                row("intelbras", "a cut-off body", cutOff(), 400, "body_malformed"),
                row("platerecognizer", "no form", json("{}"), 400, "body_malformed"),
                row("platerecognizer", "words", plateRecognizer(TEXT), 422, "picture_missing"),
                row("platerecognizer", "100 megapixels", plateRecognizer(Photos.vastPng()), 422, "image_pixels"),
                row("openalpr", "without an image", json("{\"data_type\": \"alpr_group\"}"), 422, "picture_missing"),
                row("openalpr", "an array", json("[]"), 400, "body_malformed"),
                row("rekor", "words", rekor(TEXT), 415, "image_type"),
                row("rekor", "11 MiB", rekor(LARGE), 413, "image_too_large"),
                row("upload", "without a picture", noUpload, 422, "picture_missing"),
                row("upload", "words", new Pushes.Sent("text/plain", TEXT), 400, "body_malformed"),
                row("upload", "no bytes", new Pushes.Sent("image/jpeg", new byte[0]), 400, "body_malformed"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badPushes")
    void refusesABadPush(String make, String name, Pushes.Sent sent, int status, String code) throws Exception {
        refused(gateway.push(make + "/" + Gateway.KEY + HERE, sent), status, code);
    }

    @Test
    void refusesAPlaceThatTheAddressHasWrong() throws Exception {
        Pushes.Sent good = new Pushes.Sent("image/jpeg", Photos.jpeg(64, 48, 8));
        refused(gateway.push("upload/" + Gateway.KEY + "?latitude=91&longitude=0", good), 422, "latitude_range");
        refused(gateway.push("upload/" + Gateway.KEY, good), 422, "place_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"axis/", "", "HIKVISION/", "hikvision/x/"})
    void knowsNoOtherMakes(String address) throws Exception {
        HttpResponse<String> answer = gateway.push(address + Gateway.KEY, Pushes.hikvisionHeartbeat());
        refused(answer, 404, "not_found");
        assertThat(answer.body()).contains("hikvision").doesNotContain(Gateway.KEY);
    }

    @Test
    void refusesCamerasItDoesNotKnow() throws Exception {
        refused(gateway.push("dahua", json("{}")), 401, "key_missing");
        refused(gateway.push("dahua/", json("{}")), 401, "key_missing");
        HttpResponse<String> guess = gateway.push("dahua/guess", json("{}"));
        refused(guess, 401, "key_unknown");
        assertThat(guess.body()).doesNotContain("guess");
    }

    @Test
    void takesNothingButPost() throws Exception {
        HttpResponse<String> get =
                gateway.send(HttpRequest.newBuilder(gateway.uri("/v1/hooks/hikvision/" + Gateway.KEY)));
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
        assertThat(get.body()).doesNotContain(Gateway.KEY);
    }

    @Test
    void refusesAnEndlessPushWithoutContentLength() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.uri("/v1/hooks/dahua/" + Gateway.KEY))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(HUGE)));
        refused(gateway.send(request), 413, "image_too_large");
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Gateway.codes(answer)).isEqualTo(List.of(code));
        Contract.assertKept("/v1/hooks/hikvision/key", answer);
    }

    private static Arguments row(String make, String name, Pushes.Sent sent, int status, String code) {
        return Arguments.of(make, name, sent, status, code);
    }

    private static Pushes.Sent xml(String text) {
        return new Pushes.Sent("application/xml", text.getBytes(UTF_8));
    }

    private static Pushes.Sent json(String text) {
        return Pushes.Sent.json(text);
    }

    private static Pushes.Sent hikvision(byte[] scene) {
        return Pushes.hikvision(Pushes.hikvisionEvent("1", TIME, "forward", "AB123CD"), scene, new byte[0]);
    }

    private static Pushes.Sent dahua(byte[] scene) {
        return Pushes.dahua("2026-05-31 18:04:05", "Obverse", "AB123CD", scene, CROP);
    }

    private static Pushes.Sent plateRecognizer(byte[] scene) {
        return Pushes.plateRecognizer(TIME, "AB123CD", scene);
    }

    private static Pushes.Sent rekor(byte[] vehicle) {
        return Pushes.openAlpr(1_780_250_645_000L, "AB123CD", vehicle);
    }

    private static Pushes.Sent cutOff() {
        Pushes.Sent whole = Pushes.intelbras(TIME, "AB123CD", CROP, CROP);
        return new Pushes.Sent(whole.contentType(), Photos.truncated(whole.body(), whole.body().length - 60));
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE e [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        return bomb + "]><EventNotificationAlert><eventType>&l11;</eventType></EventNotificationAlert>";
    }
}
