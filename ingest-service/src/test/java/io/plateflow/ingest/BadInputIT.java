package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.embedded.TestKafka;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not get in: the right 4xx with every fault listed, and the service lives on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final Map<String, String> HERE = Map.of("latitude", "-34.6037", "longitude", "-58.3816");
    private static final byte[] PHOTO = Photos.jpeg(64, 48, 7);
    private static final int MIB = 1024 * 1024;

    private final Verdicts verdicts = new Verdicts();

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeAll
    void start() throws Exception {
        gateway = Gateway.start(TestKafka.bootstrap());
    }

    @AfterAll
    void stop() {
        gateway.close();
        verdicts.print("Bad input: images, fields and senders");
    }

    @AfterEach
    void livesOn() throws Exception {
        assertThat(gateway.post(PHOTO, "image/jpeg", HERE).statusCode()).isIn(200, 202);
    }

    static Stream<Arguments> badImages() {
        byte[] text = "not a photo at all, merely words".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("no bytes", new byte[0], "image/jpeg", 400, List.of("image_empty")),
                Arguments.of("text as image", text, "image/jpeg", 415, List.of("image_type")),
                Arguments.of("text as text", text, "text/plain", 415, List.of("image_type")),
                Arguments.of("an unknown image", gif(), "image/gif", 415, List.of("image_type")),
                Arguments.of("a PNG called JPEG", Photos.png(9, 9), "image/jpeg", 415, List.of("image_type")),
                Arguments.of("form fields", PHOTO, "application/x-www-form-urlencoded", 415, List.of("image_type")),
                Arguments.of(
                        "a cut-off header", Photos.truncated(PHOTO, 100), "image/jpeg", 415, List.of("image_type")),
                Arguments.of("100 megapixels", Photos.vastPng(), "image/png", 422, List.of("image_pixels")),
                Arguments.of("30 MiB", new byte[30 * MIB], "image/jpeg", 413, List.of("image_too_large")),
                Arguments.of("a byte too much", new byte[10 * MIB + 1], "image/jpeg", 413, List.of("image_too_large")),
                Arguments.of(
                        "a form without parts", text, "multipart/form-data; boundary=x", 400, List.of("image_missing")),
                Arguments.of("a form without a boundary", text, "multipart/form-data", 400, List.of("body_malformed")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badImages")
    void refusesABadImage(String name, byte[] image, String type, int status, List<String> codes) throws Exception {
        refused(name, gateway.post(image, type, HERE), status, codes);
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of(Map.of("latitude", "91", "longitude", "0"), List.of("latitude_range")),
                Arguments.of(Map.of("latitude", "NaN", "longitude", "0"), List.of("latitude_range")),
                Arguments.of(Map.of("latitude", "0x1p3", "longitude", "0"), List.of("latitude_range")),
                Arguments.of(Map.of("latitude", "-34,6", "longitude", "0"), List.of("latitude_range")),
                Arguments.of(Map.of("latitude", "1", "longitude", "180.1"), List.of("longitude_range")),
                Arguments.of(Map.of("latitude", "1"), List.of("longitude_range")),
                Arguments.of(Map.of(), List.of("place_missing")),
                Arguments.of(Map.of("latitude", " ", "longitude", ""), List.of("place_missing")),
                Arguments.of(Map.of("url", "https://maps.app.goo.gl/AbCd"), List.of("place_missing")),
                Arguments.of(with("url", "javascript:alert(1)"), List.of("url_invalid")),
                Arguments.of(with("url", "https://x.example/" + "a".repeat(2048)), List.of("url_invalid")),
                Arguments.of(with("capturedAt", "2026-05-31 18:04"), List.of("captured_at_malformed")),
                Arguments.of(with("capturedAt", "2026-05-31T18:04:05"), List.of("captured_at_malformed")),
                Arguments.of(with("capturedAt", "2026-02-30T18:04:05Z"), List.of("captured_at_malformed")),
                Arguments.of(with("capturedAt", "0001-01-01T00:00:00Z"), List.of("captured_at_malformed")),
                Arguments.of(
                        with(
                                "capturedAt",
                                Instant.now().plus(365, ChronoUnit.DAYS).toString()),
                        List.of("captured_at_ahead")),
                Arguments.of(with("direction", "UP"), List.of("direction_unknown")),
                Arguments.of(with("accuracyMeters", "-1"), List.of("accuracy_range")),
                Arguments.of(with("accuracyMeters", "Infinity"), List.of("accuracy_range")),
                Arguments.of(with("declaredPlate", "?"), List.of("declared_plate_malformed")),
                Arguments.of(with("priority", "urgent"), List.of("priority_unknown")),
                Arguments.of(with("cameraId", "c".repeat(129)), List.of("camera_id_too_long")),
                Arguments.of(with("cameraId", "a\nb"), List.of("camera_id_malformed")),
                Arguments.of(with("source", "s".repeat(129)), List.of("source_too_long")),
                Arguments.of(with("source", "a\u0000b"), List.of("source_malformed")));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void refusesABadField(Map<String, String> fields, List<String> codes) throws Exception {
        refused(fields.toString(), gateway.post(PHOTO, "image/jpeg", fields), 422, codes);
    }

    @Test
    void listsEveryFaultAtOnce() throws Exception {
        HttpResponse<String> answer = gateway.post(
                Photos.vastPng(),
                "image/jpeg",
                Map.of("latitude", "91", "longitude", "x", "url", "ftp://a/b", "direction", "UP", "priority", "no"));

        refused(
                "seven faults",
                answer,
                415,
                List.of(
                        "image_type",
                        "image_pixels",
                        "latitude_range",
                        "longitude_range",
                        "url_invalid",
                        "direction_unknown",
                        "priority_unknown"));
    }

    @Test
    void refusesAFormWithoutAnImage() throws Exception {
        Form form = new Form().field("latitude", "1").field("longitude", "1");
        refused(
                "a form without an image",
                gateway.post(form.body(), form.contentType(), Map.of()),
                400,
                List.of("image_missing"));
        Form empty = new Form().file("image", "image/jpeg", new byte[0]);
        refused(
                "a form with an empty image",
                gateway.post(empty.body(), empty.contentType(), HERE),
                400,
                List.of("image_empty"));
    }

    @Test
    void refusesARequestWithoutABody() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.uri("/v1/captures?latitude=1&longitude=1"))
                .header("X-API-Key", Gateway.KEY)
                .POST(BodyPublishers.noBody());
        refused("no body", gateway.send(request), 400, List.of("image_missing"));
    }

    @Test
    void refusesAnEndlessBodyWithoutContentLength() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.uri("/v1/captures?latitude=1&longitude=1"))
                .headers("X-API-Key", Gateway.KEY, "Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[30 * MIB])));
        refused("30 MiB without Content-Length", gateway.send(request), 413, List.of("image_too_large"));
    }

    @Test
    void refusesAQueryThatCannotBeDecoded() throws Exception {
        String answer = RawHttp.send(
                gateway.port(),
                "POST /v1/captures?latitude=%ZZ HTTP/1.1\r\nHost: x\r\nX-API-Key: " + Gateway.KEY
                        + "\r\nContent-Type: image/jpeg\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }

    @Test
    void refusesSendersItDoesNotKnow() throws Exception {
        HttpRequest.Builder nobody = HttpRequest.newBuilder(gateway.uri("/v1/captures?latitude=1&longitude=1"))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(PHOTO));
        refused("no key", gateway.send(nobody.copy()), 401, List.of("key_missing"));
        refused(
                "an unknown key",
                gateway.send(nobody.copy().header("X-API-Key", "guess")),
                401,
                List.of("key_unknown"));
        assertThat(gateway.send(nobody.copy()).headers().firstValue("WWW-Authenticate"))
                .isPresent();
    }

    @Test
    void refusesAnIdempotencyKeyThatIsNotOne() throws Exception {
        HttpResponse<String> answer = gateway.post(PHOTO, "image/jpeg", HERE, "Idempotency-Key", "k".repeat(256));
        refused("an Idempotency-Key of 256", answer, 422, List.of("idempotency_key_malformed"));
    }

    @Test
    void neverFailsForCorruptExif() throws Exception {
        byte[] exif = new ExifBlock().place(1, 2).clock("2026:01:01 10:00:00").build();
        for (int at = 0; at < exif.length; at++) {
            byte[] corrupt = exif.clone();
            corrupt[at] ^= (byte) 0xFF;
            HttpResponse<String> answer = gateway.post(Photos.jpegWith(corrupt, PHOTO), "image/jpeg", HERE);
            assertThat(answer.statusCode()).as("byte %d", at).isEqualTo(202);
        }
        byte[] noise = new byte[200];
        Arrays.fill(noise, (byte) 0xFF);
        assertThat(gateway.post(Photos.jpegWith(noise, PHOTO), "image/jpeg", HERE)
                        .statusCode())
                .isEqualTo(202);
    }

    private void refused(String sent, HttpResponse<String> answer, int status, List<String> codes) {
        verdicts.add(sent, status + " " + codes.get(0), Verdicts.of(answer));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Gateway.json(answer).path("code").asString()).isEqualTo(codes.get(0));
        assertThat(Gateway.json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(Gateway.codes(answer)).isEqualTo(codes);
        Contract.assertKept(answer);
    }

    private static Map<String, String> with(String field, String value) {
        return Map.of("latitude", "-34.6037", "longitude", "-58.3816", field, value);
    }

    private static byte[] gif() {
        return "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1);
    }
}
