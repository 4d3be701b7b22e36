package io.plateflow.local;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.plateflow.client.Patience;
import io.plateflow.client.Posted;
import io.plateflow.contracts.Json;
import io.plateflow.local.samples.DrawnPhotos;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a sender and an analyst are promised, on everything as it is built: six processes. */
@ResourceLock(RunningSystem.NAME)
@ExtendWith(RunningSystem.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndIT {
    private static final String[] PLATES = {"AC917FW", "GHT871", "MNP406", "AE305QT", "PBV038", "AB482KD"};
    private static final String OBELISCO = "-34.60376";
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Patience PATIENCE = new Patience(LONG);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private WholeSystem system;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Invariants invariants;

    private int photos;

    @BeforeAll
    void start(RunningSystem running) throws IOException {
        System.setProperty("java.awt.headless", "true");
        system = running.system();
        invariants = new Invariants(system);
    }

    @Test
    void aPhotoBecomesAPlateAStayAChargeAndAFigure() throws SQLException {
        Instant since = now().minus(3, ChronoUnit.HOURS);
        UUID entry = post("DRC753", "-31.41648", "ENTRY", since);
        UUID other = post("KWE146", "-32.94775", "ENTRY", since);
        UUID exit = post("DRC753", "-31.41648", "EXIT", since.plus(90, ChronoUnit.MINUTES));

        JsonNode left = charged(stay(entry));
        assertThat(left.path("plate").asString()).isEqualTo("DRC753");
        assertThat(left.path("closedBy").asString()).isEqualTo("EXIT");
        assertThat(left.path("captureIds"))
                .extracting(JsonNode::asString)
                .containsExactly(entry.toString(), exit.toString());

        JsonNode quote = stay(other);
        assertThat(quote.path("state").asString()).isEqualTo("OPEN");
        UUID stayId = UUID.fromString(quote.path("id").asString());
        system.client.checkout(stayId, Instant.parse(quote.path("quotedAt").asString()));
        JsonNode paid = charged(quote);
        assertThat(paid.path("closedBy").asString()).isEqualTo("CHECKOUT");
        assertThat(amountOf(paid))
                .isEqualTo(quote.path("amountSoFar").path("amount").asString());
    }

    @Test
    void everyFigureEqualsARecount() {
        post("AB482KD", OBELISCO, "SIGHTING", now());
        await().atMost(LONG).untilAsserted(invariants::figuresEqualARecount);
    }

    /** The best of five: what the machine does besides is no fault of the system. */
    @Test
    void showsAPlateWithinTwoSecondsOfItsAcceptanceWhenIdle() {
        await().atMost(LONG).until(() -> system.client.summary().path("pending").asInt() == 0);
        List<Long> millis = LongStream.range(0, 5)
                .map(photo -> {
                    UUID id = post("MNP406", OBELISCO, "SIGHTING", now());
                    long accepted = System.nanoTime();
                    await().pollInterval(Duration.ofMillis(20)).atMost(LONG).until(() -> isRead(id));
                    return (System.nanoTime() - accepted) / 1_000_000;
                })
                .boxed()
                .sorted()
                .toList();
        System.out.println("from 202 to a plate, ms: " + millis);
        assertThat(millis.get(0)).isLessThanOrEqualTo(2_000);
    }

    @Test
    void aKilledReaderLosesNothingAndEndsNothingTwice() throws SQLException {
        Set<String> accepted = new HashSet<>();
        Instant taken = now().minus(1, ChronoUnit.HOURS);
        for (int i = 0; i < 40; i++) {
            accepted.add(post(PLATES[i % PLATES.length], OBELISCO, "SIGHTING", taken.plusSeconds(i))
                    .toString());
        }
        await().atMost(LONG).until(() -> ended(accepted) >= 3);
        system.kill("ocr-1");
        assertThat(ended(accepted)).isLessThan(40);

        await().atMost(LONG).until(() -> ended(accepted) == 40);
        await().atMost(LONG).untilAsserted(() -> invariants.everyCaptureEndedOnce(accepted));
        assertThat(statusOf(accepted))
                .hasSize(40)
                .allSatisfy((id, status) -> assertThat(status).isEqualTo("READ"));
        assertThat(system.ends().later()).as("ends published again").isLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRequests")
    void refusesWithAProblemAndLivesOn(BadRequest bad) throws IOException, InterruptedException {
        HttpResponse<String> answer = system.send(bad.to(system));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(bad.code());
        assertThat(problem.path("status").asInt()).isEqualTo(bad.status());
        assertThatCode(() -> post("AC917FW", OBELISCO, "SIGHTING", now())).doesNotThrowAnyException();
    }

    List<BadRequest> badRequests() {
        return BadRequest.all(system.key()).toList();
    }

    @Test
    void aRepeatWithTheSameIdempotencyKeyIsOneCapture() throws IOException, InterruptedException, SQLException {
        byte[] photo = DrawnPhotos.of("GHT871", ++photos);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        system.captures("latitude=" + OBELISCO + "&longitude=-58.38158"))
                .headers("X-API-Key", system.key(), "Content-Type", "image/jpeg", "Idempotency-Key", "once")
                .POST(BodyPublishers.ofByteArray(photo));
        Set<String> ids = new HashSet<>();
        for (int expected : new int[] {202, 200, 200}) {
            HttpResponse<String> answer = system.send(request.copy());
            assertThat(answer.statusCode()).isEqualTo(expected);
            ids.add(Json.MAPPER.readTree(answer.body()).required("id").asString());
        }
        assertThat(ids).hasSize(1);
        await().atMost(LONG).untilAsserted(() -> assertThat(statusOf(ids)).containsValue("READ"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void onceIdleNothingIsBehindAndItStopsWithoutAProcessLeftAndStartsWithAllItHad(RunningSystem running)
            throws Exception {
        await().atMost(LONG).untilAsserted(invariants::nothingIsBehind);
        invariants.noStayIsChargedTwice();
        assertThat(system.status().deadLetters()).isEqualTo(Map.of("captures", 0L, "billing", 0L));
        JsonNode before = figures();
        Credentials credentials = system.credentials();
        List<ProcessHandle> processes = system.pids().values().stream()
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
        assertThat(processes).hasSize(6);
        running.stop();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);

        system = running.system();
        assertThat(system.credentials()).isEqualTo(credentials);
        assertThat(figures()).isEqualTo(before);
        UUID id = post("AE305QT", OBELISCO, "SIGHTING", now());
        await().atMost(LONG).until(() -> isRead(id));
    }

    private UUID post(String plate, String latitude, String direction, Instant capturedAt) {
        Map<String, String> fields = Map.of(
                "latitude",
                latitude,
                "longitude",
                "-58.38158",
                "direction",
                direction,
                "capturedAt",
                capturedAt.toString());
        Posted posted = system.client.post(DrawnPhotos.of(plate, ++photos), "image/jpeg", fields);
        assertThat(posted).isInstanceOf(Posted.Accepted.class);
        return ((Posted.Accepted) posted).id();
    }

    private boolean isRead(UUID id) {
        return "READ".equals(system.client.capture(id).path("status").asString());
    }

    /** The stay that a capture is in, once it is in one, as it stands then. */
    private JsonNode stay(UUID capture) {
        JsonNode seen = PATIENCE.until(c -> c.has("stayId"), () -> system.client.capture(capture));
        return system.client.stay(UUID.fromString(seen.path("stayId").asString()));
    }

    /** {@code stay} once it is charged. */
    private JsonNode charged(JsonNode stay) {
        UUID id = UUID.fromString(stay.path("id").asString());
        return PATIENCE.until(s -> s.has("chargeId"), () -> system.client.stay(id));
    }

    private String amountOf(JsonNode stay) throws SQLException {
        return system.rows("SELECT LOWER(HEX(stay_id)), ROUND(amount, 2) FROM charge WHERE voided_at IS NULL")
                .getOrDefault(stay.path("id").asString().replace("-", ""), "none");
    }

    /** Of the captures with these ids, by id. */
    private Map<String, String> statusOf(Set<String> ids) throws SQLException {
        Map<String, String> all = system.rows("SELECT LOWER(HEX(id)), status FROM capture");
        Set<String> hex = ids.stream().map(id -> id.replace("-", "")).collect(toSet());
        all.keySet().retainAll(hex);
        return all;
    }

    private long ended(Set<String> ids) {
        return system.ends().captures().stream().filter(ids::contains).count();
    }

    /** All that is counted, without the instant that it holds at. */
    private JsonNode figures() {
        JsonNode summary = system.client.summary();
        return Json.MAPPER
                .createObjectNode()
                .put("captures", summary.path("totalCaptures").asInt())
                .put("plates", summary.path("totalPlates").asInt())
                .put("places", summary.path("uniqueLocations").asInt())
                .put("open", summary.path("openStays").asInt())
                .set("charged", summary.path("charged"));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
