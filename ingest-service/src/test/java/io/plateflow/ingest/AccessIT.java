package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.ApiKey.Scope;
import io.plateflow.contracts.CreateTopics;
import io.plateflow.embedded.TestKafka;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** Whose photos are taken: by the key that came with them, wherever in the request it came. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final AtomicLong PICTURES = new AtomicLong(7_000);

    private String kafka = "";

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeAll
    void start() throws Exception {
        kafka = TestKafka.bootstrap();
        gateway = Gateway.start(
                kafka, "--plateflow.ingest.limits.warden.per-minute=6", "--plateflow.ingest.limits.warden.burst=2");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void takesTheKeyAsPasswordOfHttpBasic() throws Exception {
        assertThat(post("Authorization", basic("camera", Gateway.KEY)).statusCode())
                .isEqualTo(202);
        assertThat(post("Authorization", basic("", Gateway.KEY)).statusCode()).isEqualTo(202);
        assertThat(post("X-API-Key", Gateway.KEY, "Authorization", basic("camera", Gateway.KEY))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void refusesTwoKeysInOneRequest() throws Exception {
        refused(post("X-API-Key", Gateway.KEY, "Authorization", basic("camera", "another")), 400, "key_conflict");
        refused(post("X-API-Key", Gateway.KEY, "X-API-Key", "another"), 400, "key_conflict");
    }

    @Test
    void asksCamerasForAPasswordButNeverPagesThatSentAHeader() throws Exception {
        HttpResponse<String> nothing = post("Accept", "*/*");
        refused(nothing, 401, "key_missing");
        assertThat(challenges(nothing)).anyMatch(c -> c.startsWith("Basic "));

        HttpResponse<String> password = post("Authorization", basic("camera", "guess"));
        refused(password, 401, "key_unknown");
        assertThat(challenges(password)).anyMatch(c -> c.startsWith("Basic "));

        HttpResponse<String> header = post("X-API-Key", "guess");
        refused(header, 401, "key_unknown");
        assertThat(challenges(header)).isNotEmpty().noneMatch(c -> c.startsWith("Basic "));

        refused(post("Authorization", "Basic ***"), 401, "key_malformed");
    }

    @Test
    void takesBothKeysWhileOneReplacesTheOther() throws Exception {
        String id = "rotating-" + UUID.randomUUID();
        String before = UUID.randomUUID().toString();
        String after = UUID.randomUUID().toString();
        Instant later = Instant.now().plusSeconds(3_600);
        publish(key(id, before, null, null, null));
        awaitAnswer(before, 202);

        publish(key(id, after, null, before, later));
        awaitAnswer(after, 202);
        assertThat(post("X-API-Key", before).statusCode()).isEqualTo(202);

        publish(key(id, after, null, before, Instant.now()));
        awaitAnswer(before, 401);
        assertThat(post("X-API-Key", after).statusCode()).isEqualTo(202);

        publish(key(id, after, null, before, later).asRevoked());
        awaitAnswer(after, 401);
        refused(post("X-API-Key", before), 401, "key_unknown");
    }

    @Test
    void refusesCapturesOfAKeyThatMayOnlyAskForResults() throws Exception {
        String id = "results-" + UUID.randomUUID();
        publish(key(id, id, Set.of(Scope.RESULTS), null, null));
        awaitAnswer(id, 403);
        refused(post("X-API-Key", id), 403, "key_scope");

        publish(key(id, id, Set.of(Scope.RESULTS, Scope.CAPTURES), null, null));
        awaitAnswer(id, 202);
    }

    @Test
    void slowsDownAKeyThatSendsTooMuchAndNoOther() throws Exception {
        String busy = "busy-" + UUID.randomUUID();
        String calm = "calm-" + UUID.randomUUID();
        publish(warden(busy));
        publish(warden(calm));
        awaitAnswer(calm, 202); // the later of the two, and its first request

        assertThat(post("X-API-Key", busy).statusCode()).isEqualTo(202);
        assertThat(post("X-API-Key", busy).statusCode()).isEqualTo(202);
        HttpResponse<String> third = post("X-API-Key", busy);

        refused(third, 429, "rate_limited");
        long seconds = Long.parseLong(third.headers().firstValue("Retry-After").orElseThrow());
        assertThat(seconds).isBetween(1L, 10L);
        assertThat(post("X-API-Key", calm).statusCode()).isEqualTo(202);
        assertThat(gateway.management("/actuator/prometheus"))
                .contains("plateflow_ingest_limited_total{key=\"" + busy + "\"} 1.0")
                .contains("plateflow_ingest_refusals_total{code=\"rate_limited\"}")
                .doesNotContain("plateflow_ingest_limited_total{key=\"" + calm);
    }

    @Test
    void logsNoKeyWhateverTheAnswer() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("io.plateflow");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.TRACE);
        try {
            post("X-API-Key", Gateway.KEY);
            post("X-API-Key", "s3cr3t");
            post("Authorization", basic("camera", "s3cr3t"));
            post("X-API-Key", Gateway.KEY, "Authorization", basic("camera", "s3cr3t"));
            LoggerFactory.getLogger("io.plateflow.probe").trace("the last line");
        } finally {
            logger.setLevel(null);
            logger.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("the last line")
                .noneMatch(line -> line.contains("s3cr3t") || line.contains(Gateway.KEY));
    }

    private void publish(ApiKey key) throws Exception {
        CreateTopics.publish(kafka, key);
    }

    private void awaitAnswer(String secret, int status) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> post("X-API-Key", secret).statusCode(), s -> s == status);
    }

    private HttpResponse<String> post(String... headers) throws Exception {
        return gateway.send(HttpRequest.newBuilder(gateway.uri("/v1/captures?latitude=1&longitude=1"))
                .header("Content-Type", "image/jpeg")
                .headers(headers)
                .POST(BodyPublishers.ofByteArray(Photos.jpeg(64, 48, PICTURES.incrementAndGet()))));
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Gateway.codes(answer)).containsExactly(code);
        Contract.assertKept(answer);
    }

    private static List<String> challenges(HttpResponse<String> answer) {
        return answer.headers().allValues("WWW-Authenticate");
    }

    private static String basic(String name, String password) {
        String pair = name + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiKey warden(String id) {
        return new ApiKey(
                id,
                CreateTopics.hash(id),
                id,
                null,
                null,
                null,
                null,
                null,
                false,
                ApiKey.Kind.WARDEN,
                null,
                null,
                null);
    }

    private static ApiKey key(
            String id, String secret, @Nullable Set<Scope> scopes, @Nullable String previous, @Nullable Instant until) {
        String hash = previous == null ? null : CreateTopics.hash(previous);
        return new ApiKey(
                id,
                CreateTopics.hash(secret),
                id,
                null,
                null,
                null,
                null,
                null,
                false,
                ApiKey.Kind.CAMERA,
                scopes,
                hash,
                until);
    }
}
