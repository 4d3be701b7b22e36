package io.plateflow.stats.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a viewer hears. */
class StreamIT extends RunningService {

    @Test
    void hearsOfAVehicleWhatTheQuestionsAnswer() throws Exception {
        List<String> heard = listen(request("/v1/stream", "analyst"));
        Story story = Story.of("LI777VE", Duration.ofMinutes(10));
        Story.send(TestKafka.bootstrap(), story.open());
        Story.send(TestKafka.bootstrap(), story.end(Instant.now()));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(List.copyOf(heard))
                        .contains("event:capture", "event:stay", "event:charge", "event:summary"));

        JsonNode charge = Json.MAPPER.readTree(
                heard.get(heard.indexOf("event:charge") + 2).substring("data:".length()));
        assertThat(charge).isEqualTo(json("/v1/charges/" + story.chargeId()));
        assertThat(heard.get(heard.indexOf("event:charge") + 1)).matches("id:[0-9.]+");
    }

    @Test
    void asksAViewerThatMissedSomethingToLoadAgain() throws Exception {
        List<String> heard = listen(request("/v1/stream", "analyst").header("Last-Event-ID", "long ago"));
        await().atMost(Duration.ofSeconds(10)).until(() -> List.copyOf(heard).contains("event:reset"));
    }

    /** Lines as they come; the connection ends with the service. */
    private static List<String> listen(HttpRequest.Builder stream) throws Exception {
        HttpResponse<Stream<String>> response = HTTP.send(stream.GET().build(), BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Thread ear = new Thread(() -> response.body().forEach(heard::add), "ear");
        ear.setDaemon(true);
        ear.start();
        return heard;
    }
}
