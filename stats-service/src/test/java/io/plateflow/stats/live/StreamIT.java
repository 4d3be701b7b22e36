package io.plateflow.stats.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
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
}
