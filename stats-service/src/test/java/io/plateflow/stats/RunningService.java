package io.plateflow.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import io.plateflow.embedded.TestMySql;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The service, started once for all classes that ask for no other settings, with one database and one broker: a test looks
 * at its own plates, zones, users and periods only. Whoever changes what others stand on, such as offsets, marks the class
 * {@code @DirtiesContext}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningService {
    protected static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        TestMySql.Database database = TestMySql.fresh();
        properties.add("spring.datasource.url", database::jdbcUrl);
        properties.add("spring.datasource.username", database::user);
        properties.add("spring.datasource.password", database::password);
        properties.add("spring.kafka.bootstrap-servers", TestKafka::bootstrap);
        properties.add("management.server.port", () -> 0);
        properties.add("plateflow.stats.purge-delay", () -> "P1D"); // tests send what is old, and say when it goes
        properties.add("plateflow.stats.audit.key", () -> "a key of the tests alone");
        properties.add("plateflow.stats.login.cost", () -> 4); // as little as bcrypt can: dozens of users sign in
        properties.add("plateflow.stats.passwords.analyst", () -> "analyst-word");
        properties.add("plateflow.stats.passwords.operator", () -> "operator-word");
        properties.add("plateflow.stats.passwords.admin", () -> "admin-word");
    }

    protected JsonNode awaitJson(String path, String pointer, String value) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> json(path),
                        answer -> answer.at(pointer).asString("").equals(value));
    }

    /** Returns once the rows hold all that is on the topics now, what other tests sent included. */
    protected void awaitAllInRows() {
        Instant now = Instant.now();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Instant.parse(
                                json("/v1/stats/summary").at("/dataAt").asString())
                        .isAfter(now));
    }

    protected JsonNode json(String path) throws Exception {
        return Json.MAPPER.readTree(ask(path).body());
    }

    protected HttpResponse<byte[]> ask(String path) throws Exception {
        HttpResponse<byte[]> answer = HTTP.send(request(path, "analyst").GET().build(), BodyHandlers.ofByteArray());
        if (answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
            Contract.assertKept(answer);
        }
        return answer;
    }

    /** Sends {@code json} by {@code method} as {@code user}, without an Idempotency-Key where {@code key} is empty. */
    protected HttpResponse<byte[]> send(String method, String path, String user, String key, String json)
            throws Exception {
        HttpRequest.Builder request = request(path, user)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
        Contract.assertKept(answer);
        return answer;
    }

    /** The answer to what an operator posts, which is accepted. */
    protected JsonNode accepted(String path, String json) throws Exception {
        HttpResponse<byte[]> answer = send("POST", path, "operator", "", json);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(202);
        return Json.MAPPER.readTree(answer.body());
    }

    /** Status and codes of a refusal, such as {@code 422 a b}, the codes sorted. */
    protected static String refusal(HttpResponse<byte[]> answer) {
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        TreeSet<String> codes = new TreeSet<>();
        problem.path("errors").forEach(e -> codes.add(e.path("code").asString()));
        if (codes.isEmpty()) {
            codes.add(problem.path("code").asString());
        }
        return answer.statusCode() + " " + String.join(" ", codes);
    }

    protected HttpRequest.Builder request(String path, String user) {
        String login =
                Base64.getEncoder().encodeToString((user + ":" + user + "-word").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login);
    }
}
