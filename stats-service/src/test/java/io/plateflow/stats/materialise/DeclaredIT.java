package io.plateflow.stats.materialise;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.plate.Plate;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a sender says that the plate is, after it was read: beside the reading, for a person to decide. */
class DeclaredIT extends RunningService {

    @Test
    void aReadingThatItsSenderContradictsWaitsForAPersonWithBothPlates() throws Exception {
        Story story = Story.of("DE100CL", Duration.ofMinutes(9));
        Story.send(TestKafka.bootstrap(), story.open());
        awaitAllInRows();
        assertThat(json(path(story)).at("/needsReview").asBoolean()).isFalse();

        PlateRead first = (PlateRead) Json.MAPPER.readValue(story.open().get(1).value(), Reading.class);
        publish(new PlateRead(
                first.captureId(),
                2,
                first.at().plusSeconds(60),
                said(story, "DE100CI"),
                first.plate(),
                List.of(),
                true,
                false,
                first.engine(),
                Map.of()));

        JsonNode after = json(path(story));
        assertThat(after.at("/plate/effective").asString()).isEqualTo("DE100CL");
        assertThat(after.at("/declaredPlate").asString()).isEqualTo("DE100CI");
        assertThat(after.at("/needsReview").asBoolean()).isTrue();
        assertThat(json("/v1/captures?plate=DE100CL&needsReview=true").at("/items"))
                .hasSize(1);
    }

    @Test
    void aPhotoThatNobodyCouldReadWaitsForAPersonOnceItsSenderSaysThePlate() throws Exception {
        Story story = Story.of("DE200CL", Duration.ofMinutes(9));
        Story.send(TestKafka.bootstrap(), story.open().subList(0, 1));
        publish(unreadable(story, CaptureHeaders.read(story.open().get(0).headers())));
        assertThat(json(path(story)).at("/needsReview").asBoolean()).isFalse();

        publish(unreadable(story, said(story, "DE200CL")));

        JsonNode after = json(path(story));
        assertThat(after.at("/status").asString()).isEqualTo("UNREADABLE");
        assertThat(after.at("/declaredPlate").asString()).isEqualTo("DE200CL");
        assertThat(after.at("/needsReview").asBoolean()).isTrue();
    }

    private static PlateUnreadable unreadable(Story story, Capture capture) {
        return new PlateUnreadable(
                story.captureId(),
                capture.attempt(),
                story.seenAt().plusSeconds(2),
                capture,
                "too-small",
                List.of(),
                "test",
                Map.of());
    }

    private static Capture said(Story story, String plate) {
        return CaptureHeaders.read(story.open().get(0).headers())
                .declaring(new Plate(plate))
                .as(2);
    }

    private void publish(Reading reading) throws Exception {
        Story.send(
                TestKafka.bootstrap(),
                List.of(new ProducerRecord<>(
                        Topics.READINGS.name(),
                        reading.captureId().toString(),
                        Json.MAPPER.writeValueAsBytes(reading))));
        awaitAllInRows();
    }

    private static String path(Story story) {
        return "/v1/captures/" + story.captureId();
    }
}
