package io.plateflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plateflow.client.StubServer.Answer;
import io.plateflow.client.StubServer.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The client against a service that is busy, cuts connections, refuses. */
class PlateflowClientIT {
    private static final UUID ID = UUID.fromString("6f1c1f6e-0f0e-5a4e-9d55-0d3f6f0f3a11");
    private static final Answer KEPT = Answer.of(202, "{\"id\":\"" + ID + "\",\"status\":\"PENDING\"}");
    private static final Answer REFUSED = Answer.of(422, """
        {"title":"Refused","status":422,"code":"latitude_range","errors":[
         {"code":"latitude_range","field":"latitude","detail":"-90 to 90"},
         {"code":"captured_at_malformed","field":"capturedAt","detail":"needs an offset"}]}\
        """);
    private static final Retries QUICK =
            new Retries(Duration.ofSeconds(20), Duration.ofMillis(50), Duration.ofSeconds(5));
    private static final Photo PHOTO = Photo.jpeg(new byte[] {1, 2, 3});

    @Test
    void sendsThePhotoAndWhatIsKnownAboutIt() throws IOException {
        try (StubServer server = StubServer.inTurn(KEPT)) {
            Posted posted = sender(server)
                    .post(PHOTO.at(-34.6, -58.38)
                            .capturedAt(Instant.parse("2026-01-31T21:05:00Z"))
                            .camera("gate 1&2")
                            .bulk());

            assertThat(posted).isEqualTo(new Posted.Accepted(ID));
            Request request = server.requests.get(0);
            assertThat(request.uri())
                    .hasToString("/v1/captures?latitude=-34.6&longitude=-58.38&capturedAt=2026-01-31T21%3A05%3A00Z"
                            + "&cameraId=gate%201%262&priority=bulk");
            assertThat(request.header("X-API-Key")).isEqualTo("secret");
            assertThat(request.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(request.body()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void comesAgainWhenTheBusyServiceSaidAndNotBefore() throws IOException {
        try (StubServer server = StubServer.inTurn(Answer.busy(429, "1"), Answer.busy(503, "0"), KEPT)) {
            assertThat(sender(server).post(PHOTO)).isEqualTo(new Posted.Accepted(ID));

            assertThat(server.requests).hasSize(3);
            assertThat(server.requests.get(1).nanos() - server.requests.get(0).nanos())
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
        }
    }

    @Test
    void sendsTheSameKeyAgainWhenTheConnectionBreaksBeforeTheAnswer() throws IOException {
        try (StubServer server = StubServer.inTurn(Answer.CUT, Answer.CUT, KEPT)) {
            assertThat(sender(server).post(PHOTO)).isEqualTo(new Posted.Accepted(ID));

            assertThat(server.requests)
                    .hasSize(3)
                    .extracting(request -> request.header("Idempotency-Key"))
                    .containsOnly(PHOTO.idempotencyKey());
        }
    }

    @Test
    void saysInOneSentenceThatNobodyAnswers() throws IOException {
        StubServer gone = StubServer.inTurn(KEPT);
        gone.close();
        assertThatThrownBy(() -> new PlateflowClient(gone.uri(), "k").knock())
                .isInstanceOf(NoAnswer.class)
                .hasMessageContaining("Nothing answers at " + gone.uri());
        assertThatThrownBy(() -> new PlateflowClient(gone.uri(), "k")
                        .trying(QUICK.within(Duration.ofMillis(300)))
                        .post(PHOTO))
                .isInstanceOf(NoAnswer.class);
    }

    @Test
    void saysSoWhenTheServiceStaysBusyForLongerThanItsPatience() throws IOException {
        try (StubServer server = StubServer.inTurn(Answer.busy(503, "0"))) {
            Posted posted = new PlateflowClient(server.uri(), "k")
                    .trying(QUICK.within(Duration.ofMillis(300)))
                    .post(PHOTO);

            assertThat(posted).isInstanceOfSatisfying(Posted.Refused.class, refused -> {
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.passing()).isTrue();
                assertThat(refused.faults()).containsExactly(new Fault("busy", null, "later"));
            });
            assertThat(server.requests).hasSizeGreaterThan(1);
        }
    }

    @Test
    void namesEveryFaultOfAPhotoThatIsRefusedAndDoesNotRepeatIt() throws IOException {
        try (StubServer server = StubServer.inTurn(REFUSED)) {
            assertThat(sender(server).post(PHOTO))
                    .isEqualTo(new Posted.Refused(
                            422,
                            List.of(
                                    new Fault("latitude_range", "latitude", "-90 to 90"),
                                    new Fault("captured_at_malformed", "capturedAt", "needs an offset"))));
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void understandsARefusalThatIsNotPlateflowsOwn() throws IOException {
        try (StubServer server = StubServer.inTurn(new Answer(413, "<html>too large</html>", java.util.Map.of()))) {
            assertThat(sender(server).post(PHOTO))
                    .isEqualTo(new Posted.Refused(
                            413, List.of(new Fault("http_413", null, "the answer is not Plateflow's own JSON"))));
        }
    }

    @Test
    void takesNoOtherServersWordForKept() throws IOException {
        try (StubServer server = StubServer.inTurn(Answer.of(200, "{\"ok\":true}"))) {
            assertThatThrownBy(() -> sender(server).post(PHOTO))
                    .isInstanceOf(NoAnswer.class)
                    .hasMessageContaining("is no gateway of Plateflow");
        }
    }

    @Test
    void waitsForTheEndOfACapture() throws IOException {
        try (StubServer server = StubServer.inTurn(
                Answer.of(404, "{\"code\":\"not_found\"}"),
                Answer.of(200, "{\"status\":\"PENDING\"}"),
                Answer.of(200, "{\"status\":\"READ\",\"plate\":{\"effective\":\"AB482KD\"}}"))) {
            assertThat(asker(server)
                            .result(ID, Duration.ofSeconds(20))
                            .path("plate")
                            .path("effective")
                            .asString())
                    .isEqualTo("AB482KD");
            assertThat(server.requests.get(0).header("Authorization")).isEqualTo("Basic YW5hbHlzdDpwdw==");
        }
    }

    @Test
    void tellsWhatIsWrongWithAQuestion() throws IOException {
        try (StubServer server = StubServer.inTurn(REFUSED)) {
            Refusal refusal =
                    catchThrowableOfType(Refusal.class, () -> asker(server).get("/v1/captures"));

            assertThat(refusal).hasMessageContaining("GET /v1/captures was answered 422", "needs an offset");
            assertThat(refusal.status()).isEqualTo(422);
            assertThat(refusal.faults()).hasSize(2);
        }
    }

    @Test
    void paysOnceHoweverOftenTheConnectionBreaks() throws IOException {
        try (StubServer server = StubServer.inTurn(Answer.CUT, Answer.of(202, "{}"), Answer.of(202, "{}"))) {
            asker(server).post("/v1/charges/1/settlements", JsonMapper.shared().createObjectNode());
            asker(server).post("/v1/charges/1/settlements", JsonMapper.shared().createObjectNode());

            List<String> keys = server.requests.stream()
                    .map(request -> String.valueOf(request.header("Idempotency-Key")))
                    .toList();
            assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
        }
    }

    @Test
    void findsAServiceBehindAPath() throws IOException {
        try (StubServer server = StubServer.inTurn(KEPT)) {
            new PlateflowClient(URI.create(server.uri() + "/plateflow/"), "k").post(PHOTO);

            assertThat(server.requests.get(0).uri().getPath()).isEqualTo("/plateflow/v1/captures");
        }
    }

    @Test
    void asksNothingOfAServiceThatItWasNotToldOf() throws IOException {
        try (StubServer server = StubServer.inTurn(KEPT)) {
            assertThatThrownBy(() -> sender(server).summary()).isInstanceOf(IllegalStateException.class);
        }
    }

    private static PlateflowClient sender(StubServer server) {
        return new PlateflowClient(server.uri(), "secret").trying(QUICK);
    }

    private static PlateflowClient asker(StubServer server) {
        return new PlateflowClient(server.uri(), "secret", server.uri(), "analyst", "pw").trying(QUICK);
    }
}
