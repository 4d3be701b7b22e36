package io.plateflow.stats.editions;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Json;
import io.plateflow.stats.Administrator;
import io.plateflow.stats.StatsApplication;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was published is there after a restart, for another instance too, and goes on from there. */
class RestartIT extends Administrator {
    private static final List<String> SETTINGS = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.kafka.bootstrap-servers",
            "plateflow.stats.audit.key",
            "plateflow.stats.passwords.analyst",
            "plateflow.stats.passwords.operator",
            "plateflow.stats.passwords.admin");

    @Autowired
    private Environment settings;

    @Test
    void keepsVersionsAndGoesOnFromThere() throws Exception {
        String passage = """
                {"kind":"PASSAGE","currency":"ARS","timeZone":"America/Argentina/Buenos_Aires","price":"%s"}""";
        put("/v1/tariffs/kept", passage.formatted("100.00"));
        put("/v1/vehicles/RE001AA", "{\"class\":\"RESIDENT\"}");
        JsonNode before = content("/v1/tariffs/kept", port);

        try (ConfigurableApplicationContext again = again()) {
            int other = again.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            assertThat(content("/v1/tariffs/kept", other)).isEqualTo(before);
            assertThat(content("/v1/vehicles/RE001AA", other).at("/class").asString())
                    .isEqualTo("RESIDENT");
            put("/v1/tariffs/kept", passage.formatted("200.00"));
            assertThat(content("/v1/tariffs/kept", other).at("/version").asInt())
                    .isEqualTo(2);
        }
    }

    private ConfigurableApplicationContext again() {
        return SpringApplication.run(
                StatsApplication.class,
                Stream.concat(
                                SETTINGS.stream().map(name -> "--" + name + "=" + settings.getRequiredProperty(name)),
                                Stream.of("--server.port=0", "--management.server.port=0"))
                        .toArray(String[]::new));
    }

    /** Without when it was sent, which may be any moment. */
    private JsonNode content(String path, int at) throws Exception {
        URI here = request(path, "analyst").build().uri();
        HttpRequest request = HttpRequest.newBuilder(request(path, "analyst").build(), (name, value) -> true)
                .uri(URI.create(here.toString().replace(":" + port, ":" + at)))
                .build();
        JsonNode answer =
                Json.MAPPER.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        answer.findParents("sentAt").forEach(o -> ((ObjectNode) o).remove("sentAt"));
        return answer;
    }
}
