package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Topics;
import io.plateflow.embedded.TestKafka;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd photos, forms and requests: each gets what it must, none gets in that is not a photo, and the service lives on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputIT {
    private static final Map<String, String> HERE = Map.of("latitude", "-34.6037", "longitude", "-58.3816");
    private static final String LINE = "POST /v1/captures?latitude=1&longitude=1 HTTP/1.1\r\n";
    private static final String HEAD =
            LINE + "Host: x\r\nConnection: close\r\nContent-Type: image/jpeg\r\nX-API-Key: " + Gateway.KEY + "\r\n";

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
        verdicts.print("Hostile input: odd photos, forms and requests");
    }

    @AfterEach
    void livesOn() throws Exception {
        assertThat(gateway.post(Photos.jpeg(64, 48, 7), "image/jpeg", HERE).statusCode())
                .isIn(200, 202);
    }

    static Stream<Arguments> photos() {
        byte[] photo = Photos.jpeg(640, 480, 56);
        Stream<Arguments> turned = IntStream.rangeClosed(1, 8)
                .mapToObj(turn -> Arguments.of("EXIF orientation " + turn, OddPhotos.turned(turn), "jpeg", "202"));
        return Stream.concat(
                turned,
                Stream.of(
                        Arguments.of("a JPEG cut off in its pixels", Photos.truncated(photo, 2_000), "jpeg", "202"),
                        Arguments.of("a JPEG that is a ZIP too", OddPhotos.jpegAndZip(), "jpeg", "202"),
                        Arguments.of("a JPEG with a script in it", OddPhotos.jpegWithScript(), "jpeg", "202"),
                        Arguments.of(
                                "a page with a JPEG behind", OddPhotos.pageWithJpegBehind(), "jpeg", "415 image_type"),
                        Arguments.of("a JPEG of four colours", OddPhotos.fourColours(), "jpeg", "202"),
                        Arguments.of("a JPEG with a corrupt profile", OddPhotos.corruptProfile(), "jpeg", "202"),
                        Arguments.of("a JPEG of 4,294 megapixels", OddPhotos.vastJpeg(), "jpeg", "422 image_pixels"),
                        Arguments.of("a PNG of 16 bits", OddPhotos.sixteenBits(), "png", "202"),
                        Arguments.of("an animated WebP", OddPhotos.animatedWebp(), "webp", "202")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("photos")
    void keepsAnOddPhotoAsItIsAndNothingElse(String sent, byte[] photo, String type, String expected) throws Exception {
        HttpResponse<String> answer = gateway.post(photo, "image/" + type, HERE);

        judge(sent, expected, Verdicts.of(answer));
        if (answer.statusCode() == 202) {
            UUID id = UUID.fromString(Gateway.json(answer).path("id").asString());
            assertThat(Captures.of(TestKafka.bootstrap(), Topics.CAPTURES, id)
                            .get(0)
                            .value())
                    .isEqualTo(photo);
        }
    }

    static Stream<Arguments> forms() {
        Form parts = new Form().file("image", "image/jpeg", Photos.jpeg(64, 48, 57));
        IntStream.range(0, 40).forEach(n -> parts.field("field" + n, "x"));
        Form text = new Form().file("image", "image/jpeg", Photos.jpeg(64, 48, 58));
        Form large = new Form().file("image", "image/jpeg", new byte[10 * 1024 * 1024 + 1]);
        Form twice = new Form()
                .file("image", "image/jpeg", Photos.jpeg(64, 48, 59))
                .file("image", "image/jpeg", new byte[9_000]);
        return Stream.of(
                Arguments.of("a form of 41 parts", parts, "400 body_malformed"),
                Arguments.of(
                        "a form with a field of 9 KB", text.field("source", "s".repeat(9_000)), "400 body_malformed"),
                Arguments.of("a form whose image is a byte too large", large, "413 image_too_large"),
                Arguments.of("a form with a second image of 9 KB", twice, "400 body_malformed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void takesFormsWithinTheirLimits(String sent, Form form, String expected) throws Exception {
        judge(sent, expected, Verdicts.of(gateway.post(form.body(), form.contentType(), HERE)));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(
                        "two Content-Lengths", HEAD + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde", "400"),
                Arguments.of("Content-Length: -1", HEAD + "Content-Length: -1\r\n\r\nabcde", "400"),
                Arguments.of("Content-Length: 10^20", HEAD + "Content-Length: 100000000000000000000\r\n\r\nab", "400"),
                Arguments.of("Transfer-Encoding: chunked, identity", chunked("chunked, identity", "0\r\n\r\n"), "400"),
                Arguments.of("Transfer-Encoding: rot13", chunked("rot13", "abcde"), "400 bad_request"),
                Arguments.of(
                        "Content-Length and chunked, with a request inside",
                        HEAD + "Content-Length: 60\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n",
                        "400 image_empty"),
                Arguments.of("a chunk of length zz", chunked("chunked", "zz\r\nabc\r\n0\r\n\r\n"), "closed"),
                Arguments.of("a chunk of length 2^64", chunked("chunked", "10000000000000000\r\nabc\r\n"), "closed"),
                Arguments.of(
                        "a chunk extension of 20 KB",
                        chunked("chunked", "3;x=" + "y".repeat(20_000) + "\r\nabc\r\n0\r\n\r\n"),
                        "closed"),
                Arguments.of("a header name with a blank", HEAD + "Bad Header: x\r\n\r\n", "400 bad_request"),
                Arguments.of("a header with NUL", HEAD + "X: a\0b\r\n\r\n", "400 bad_request"),
                Arguments.of("a header of 20 KB", HEAD + "X: " + "y".repeat(20_000) + "\r\n\r\n", "400 bad_request"),
                Arguments.of("150 headers", HEAD + "X: y\r\n".repeat(150) + "\r\n", "400 bad_request"),
                Arguments.of("a query of 20 KB", "GET /?" + "q".repeat(20_000) + " HTTP/1.1\r\n\r\n", "400"),
                Arguments.of("no Host", LINE + "Connection: close\r\n\r\n", "400 bad_request"),
                Arguments.of(
                        "a body that is zipped",
                        HEAD + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
                        "415 image_type"),
                Arguments.of("HTTP/9.9", "GET / HTTP/9.9\r\nHost: x\r\n\r\n", "400 bad_request"),
                Arguments.of("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "closed"),
                Arguments.of(
                        "a TLS hello without TLS", "\26\3\1\2\0\1\0\1\374\3\3" + "\1".repeat(200) + "\r\n\r\n", "400"),
                Arguments.of(
                        "another method", "TRACE /v1/captures HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "405"),
                Arguments.of(
                        "a path that climbs",
                        "POST /v1/captures/../../x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                        "404"),
                Arguments.of(
                        "an unknown expectation",
                        HEAD + "Expect: a miracle\r\nContent-Length: 3\r\n\r\nabc",
                        "400 bad_request"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void refusesARequestThatIsNone(String sent, String request, String expected) throws Exception {
        String raw = RawHttp.send(gateway.port(), request);

        judge(sent, expected, Verdicts.of(raw));
        assertThat(raw).doesNotContain("Exception", "\tat ", "Apache", "smuggled");
    }

    @Test
    void answersASenderThatWaitsToBeAskedForItsBody() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.uri("/v1/captures?latitude=1&longitude=1"))
                .header("Content-Type", "image/jpeg")
                .expectContinue(true);
        BodyPublisher large = BodyPublishers.ofByteArray(new byte[30_000_000]);
        BodyPublisher photo = BodyPublishers.ofByteArray(Photos.jpeg(64, 48, 63));

        judge(
                "30 MB after a 100",
                "413 image_too_large",
                waiting(request.copy().header("X-API-Key", Gateway.KEY), large));
        judge("30 MB after a 100, no key", "401 key_missing", waiting(request.copy(), large));
        judge("a photo after a 100", "202", waiting(request.copy().header("X-API-Key", Gateway.KEY), photo));
    }

    private String waiting(HttpRequest.Builder request, BodyPublisher body) throws Exception {
        return Verdicts.of(gateway.send(request.POST(body)));
    }

    @Test
    void keepsNothingOfABodyThatEndsEarly() throws Exception {
        byte[] photo = Photos.jpeg(64, 48, 60);
        String answer;
        try (Socket socket = RawHttp.open(gateway.port())) {
            RawHttp.write(
                    socket, HEAD + "Idempotency-Key: early\r\nContent-Length: " + (photo.length + 1) + "\r\n\r\n");
            socket.getOutputStream().write(photo);
            socket.shutdownOutput();
            answer = RawHttp.readAll(socket);
        }
        judge("a body that ends a byte early", "closed", Verdicts.of(answer));
        UUID id = CaptureIds.of("test", "early", "", "", "");
        assertThat(Captures.of(TestKafka.bootstrap(), Topics.CAPTURES, id)).isEmpty();
    }

    private void judge(String sent, String expected, String answered) {
        verdicts.add(sent, expected, answered);
        assertThat(answered).startsWith(expected);
    }

    private static String chunked(String encoding, String body) {
        return HEAD + "Transfer-Encoding: " + encoding + "\r\n\r\n" + body;
    }
}
