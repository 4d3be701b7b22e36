package io.plateflow.stats.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What a viewer hears. */
class StreamIT extends RunningService {

    @Test
    void hearsOfAVehicleWhatTheQuestionsAnswer() throws Exception {
        Ear ear = Ear.over(HTTP, request("/v1/stream", "analyst").build());
        await().atMost(Duration.ofSeconds(30)).until(() -> ear.hears("ready"));
        Story story = Story.of("LI777VE", Duration.ofMinutes(10));
        Story.send(TestKafka.bootstrap(), story.open());
        Story.send(TestKafka.bootstrap(), story.end(Instant.now()));
        String charge = "charge " + story.chargeId();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> ear.hearsOf("capture " + story.captureId())
                        && ear.hearsOf("stay " + story.stayId())
                        && ear.hearsOf(charge)
                        && ear.hears("summary"));

        assertThat(ear.heard)
                .filteredOn(e -> e.isOfAThing() && e.thing().equals(charge))
                .singleElement()
                .satisfies(e -> {
                    ObjectNode asked = (ObjectNode) json("/v1/charges/" + story.chargeId());
                    // Of one charge alone, and far too long for each event.
                    asked.remove("trace");
                    assertThat(Json.MAPPER.readTree(e.data())).isEqualTo(asked);
                    assertThat(OffsetVector.parse(e.id())).isPresent();
                });
    }

    @Autowired
    Viewers viewers;

    @Test
    void hearsNothingOnceItsUserIsDisabled() throws Exception {
        String user = "/v1/users/oyente";
        HttpResponse<byte[]> added = send("PUT", user, "admin", "", "{\"role\":\"ANALYST\"}");
        String password = Json.MAPPER.readTree(added.body()).at("/password").asString();
        String login = Base64.getEncoder().encodeToString(("oyente:" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest stream = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/stream"))
                .header("Authorization", "Basic " + login)
                .build();
        Ear ear = Ear.over(HTTP, stream);
        await().atMost(Duration.ofSeconds(30)).until(() -> ear.hears("ready"));
        viewers.beat();
        assertThat(ear.ended).isFalse();

        send("PUT", user, "admin", "", "{\"role\":\"ANALYST\",\"enabled\":false}");
        viewers.beat();
        await().atMost(Duration.ofSeconds(30)).until(() -> ear.ended);
    }
}
