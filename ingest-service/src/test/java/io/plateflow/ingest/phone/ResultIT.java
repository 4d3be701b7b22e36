package io.plateflow.ingest.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.model.Request.Method;
import io.plateflow.contracts.ApiKey.Scope;
import io.plateflow.contracts.Capture;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.domain.plate.Plate;
import io.plateflow.embedded.TestKafka;
import io.plateflow.ingest.Contract;
import io.plateflow.ingest.Gateway;
import io.plateflow.ingest.Photos;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What who sent a photo is told of it, and what it may say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultIT {
    private static final AtomicLong PICTURES = new AtomicLong(70_000);
    private static final Warden ANA = Warden.with(Scope.CAPTURES, Scope.RESULTS);
    private static final Warden EVA = Warden.with(Scope.CAPTURES, Scope.RESULTS);
    private static final Warden CAMERA = Warden.with(Scope.CAPTURES);

    private String kafka = "";

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeAll
    void start() throws Exception {
        kafka = TestKafka.bootstrap();
        for (Warden one : new Warden[] {ANA, EVA, CAMERA}) {
            one.publish(kafka);
        }
        gateway = Gateway.start(kafka);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void aPhotoIsPendingUntilItWasReadAndWhoWaitsIsToldThen() throws Exception {
        UUID id = sent(ANA);
        assertThat(status(result(ANA, id, 0), 202)).isEqualTo("PENDING");

        CompletableFuture<HttpResponse<String>> waiting = CompletableFuture.supplyAsync(() -> result(ANA, id, 20));
        await().during(Duration.ofMillis(300)).until(() -> !waiting.isDone());
        Readings.send(kafka, Readings.read(Readings.capture(id, ANA.id(), "AB123CD"), "AB123CD", false));

        JsonNode read = Gateway.json(waiting.join());
        assertThat(waiting.join().statusCode()).isEqualTo(200);
        assertThat(read.path("status").asString()).isEqualTo("READ");
        assertThat(read.path("plate").asString()).isEqualTo("AB123CD");
        assertThat(read.path("declaredPlate").asString()).isEqualTo("AB123CD");
        assertThat(read.path("needsReview").asBoolean()).isFalse();
        assertThat(status(result(ANA, id, 0), 200)).isEqualTo("READ");
    }

    @Test
    void whoWaitsInVainIsToldSoInTime() throws Exception {
        assertThat(status(result(ANA, sent(ANA), 1), 202)).isEqualTo("PENDING");
        assertThat(code(result(ANA, UUID.randomUUID(), 1), 404)).isEqualTo("capture_unknown");
    }

    @Test
    void nobodyElseIsToldAnything() throws Exception {
        UUID id = read(ANA, "AB123CD");

        assertThat(code(result(EVA, id, 0), 404)).isEqualTo("capture_unknown");
        assertThat(code(declare(EVA, id, "AB123CD"), 404)).isEqualTo("capture_unknown");
        assertThat(code(result(CAMERA, id, 0), 403)).isEqualTo("key_scope");
        assertThat(code(result(Warden.with(), id, 0), 401)).isEqualTo("key_unknown");
        assertThat(code(result(ANA, id, 21), 422)).isEqualTo("wait_range");
    }

    @Test
    void aReplicaThatStartsKnowsWhatWasReadLately() throws Exception {
        UUID id = read(ANA, "AB123CD");

        try (Gateway another = Gateway.startOn(kafka)) {
            HttpResponse<String> answer = another.send(ask(
                    ANA, another.uri("/v1/captures/" + id + "/result?wait=20").toString()));
            assertThat(status(answer, 200)).isEqualTo("READ");
        }
    }

    @Test
    void aWordThatAgreesIsKeptBesideTheReadingOnce() throws Exception {
        UUID id = read(ANA, "AB123CD");

        JsonNode said = Gateway.json(declare(ANA, id, "ab 123-cd"));
        HttpResponse<String> again = declare(ANA, id, "AB123CD");

        assertThat(said.path("declaredPlate").asString()).isEqualTo("AB123CD");
        assertThat(said.path("needsReview").asBoolean()).isFalse();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Readings.of(kafka, id)).hasSize(2);
        assertThat(Readings.of(kafka, id).get(1)).isInstanceOfSatisfying(PlateRead.class, end -> {
            assertThat(end.attempt()).isEqualTo(2);
            assertThat(end.capture().declaredPlate()).isEqualTo("AB123CD");
            assertThat(end.needsReview()).isFalse();
        });
    }

    @Test
    void aWordThatDiffersSendsTheReadingToAPerson() throws Exception {
        UUID id = read(ANA, "AB123CD");

        HttpResponse<String> answer = declare(ANA, id, "AB123CO");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Gateway.json(answer).path("needsReview").asBoolean()).isTrue();
        assertThat(Gateway.json(answer).path("plate").asString()).isEqualTo("AB123CD");
        assertThat(Readings.of(kafka, id).get(1)).isInstanceOfSatisfying(PlateRead.class, end -> {
            assertThat(end.rated()).isFalse();
            assertThat(end.plate().text().text()).isEqualTo("AB123CD");
        });
    }

    @Test
    void aWordOnAPhotoThatNobodyCouldReadIsKeptToo() throws Exception {
        UUID id = UUID.randomUUID();
        Readings.send(kafka, Readings.unreadable(Readings.capture(id, ANA.id(), null)));
        assertThat(status(result(ANA, id, 20), 200)).isEqualTo("UNREADABLE");

        assertThat(Gateway.json(declare(ANA, id, "AB123CD")).path("needsReview").asBoolean())
                .isTrue();
        assertThat(Readings.of(kafka, id).get(1))
                .isInstanceOfSatisfying(
                        PlateUnreadable.class,
                        end -> assertThat(end.capture().declaredPlate()).isEqualTo("AB123CD"));
    }

    @Test
    void aWordIsNotLostWhenSomebodyElseEndsTheSameAttempt() throws Exception {
        UUID id = UUID.randomUUID();
        Capture capture = Readings.capture(id, ANA.id(), null);
        Readings.send(kafka, Readings.read(capture, "AB123CD", false));
        result(ANA, id, 20);
        RecentReadings heard = gateway.part(RecentReadings.class);
        Ended stale = heard.find(id, ANA.id()).orElseThrow();
        Readings.send(kafka, Readings.read(capture.as(2), "AB123CO", false));
        heard.await(id, 2).join();

        Ended after = gateway.part(Declarations.class)
                .declare(id, stale, new Plate("AB123CD"))
                .join();

        assertThat(after.attempt()).isEqualTo(3);
        assertThat(Result.of(after).declaredPlate()).isEqualTo("AB123CD");
        assertThat(Result.of(after).needsReview()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAWord() throws Exception {
        UUID id = read(ANA, "AB123CD");
        UUID pending = sent(ANA);

        assertThat(code(declare(ANA, id, "A"), 422)).isEqualTo("declared_plate_malformed");
        assertThat(code(declare(ANA, id, "AB123CD".repeat(3)), 422)).isEqualTo("declared_plate_malformed");
        assertThat(code(declare(ANA, pending, "AB123CD"), 409)).isEqualTo("capture_pending");
        assertThat(code(body(ANA, id, "{\"plate\":"), 400)).isEqualTo("body_malformed");
        assertThat(code(body(ANA, id, " ".repeat(100_000)), 400)).isEqualTo("body_malformed");
        assertThat(gateway.send(ask(
                                ANA,
                                gateway.uri("/v1/captures/" + id + "/declaration")
                                        .toString()))
                        .statusCode())
                .isEqualTo(405);
        assertThat(gateway.send(ask(ANA, gateway.uri("/v1/captures/" + id).toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    private UUID read(Warden warden, String plate) throws Exception {
        UUID id = UUID.randomUUID();
        Readings.send(kafka, Readings.read(Readings.capture(id, warden.id(), null), plate, false));
        assertThat(status(result(warden, id, 20), 200)).isEqualTo("READ");
        return id;
    }

    private UUID sent(Warden warden) throws Exception {
        HttpResponse<String> answer =
                gateway.send(HttpRequest.newBuilder(gateway.uri("/v1/captures?latitude=-34.6&longitude=-58.4"))
                        .headers("X-API-Key", warden.key(), "Content-Type", "image/jpeg")
                        .POST(BodyPublishers.ofByteArray(Photos.jpeg(64, 48, PICTURES.incrementAndGet()))));
        assertThat(answer.statusCode()).isEqualTo(202);
        return UUID.fromString(Gateway.json(answer).path("id").asString());
    }

    private HttpResponse<String> result(Warden warden, UUID id, int wait) {
        try {
            HttpResponse<String> answer = gateway.send(ask(
                    warden,
                    gateway.uri("/v1/captures/" + id + "/result?wait=" + wait).toString()));
            Contract.assertKept("/v1/captures/" + id + "/result", Method.GET, answer);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> declare(Warden warden, UUID id, String plate) throws Exception {
        return body(warden, id, "{\"plate\": \"" + plate + "\"}");
    }

    private HttpResponse<String> body(Warden warden, UUID id, String json) throws Exception {
        HttpResponse<String> answer =
                gateway.send(HttpRequest.newBuilder(gateway.uri("/v1/captures/" + id + "/declaration"))
                        .headers("X-API-Key", warden.key(), "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
        Contract.assertKept("/v1/captures/" + id + "/declaration", Method.POST, answer);
        return answer;
    }

    private static HttpRequest.Builder ask(Warden warden, String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).header("X-API-Key", warden.key());
    }

    private static String status(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Gateway.json(answer).path("status").asString();
    }

    private static String code(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Gateway.codes(answer).get(0);
    }
}
