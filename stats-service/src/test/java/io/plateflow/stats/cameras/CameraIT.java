package io.plateflow.stats.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.stay.Direction;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cameras as their photos tell of them. */
class CameraIT extends RunningService {
    private static final Coordinates PLACE = new Coordinates(-38.0055, -57.5426);

    @Test
    void tellsOfEachCameraItsLatestPhotoAndHowManyItSentInADay() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        photo("cámara <b>norte</b>", now.minus(Duration.ofDays(3)));
        photo("cámara <b>norte</b>", now.minus(Duration.ofHours(3)));
        UUID latest = photo("cámara <b>norte</b>", now.minus(Duration.ofHours(1)));
        UUID only = photo("quiet-camera", now.minus(Duration.ofDays(20)));
        awaitAllInRows();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> names().containsAll(List.of("cámara <b>norte</b>", "quiet-camera")));

        JsonNode north = camera("cámara <b>norte</b>");
        assertThat(north.at("/lastCaptureId").asString()).isEqualTo(latest.toString());
        assertThat(Instant.parse(north.at("/lastCapturedAt").asString())).isEqualTo(now.minus(Duration.ofHours(1)));
        assertThat(north.at("/capturesInDay").asInt()).isEqualTo(2);
        assertThat(north.at("/secondsSilent").asInt()).isBetween(3599, 3900);
        assertThat(north.at("/zone").asString()).isEqualTo(Zones.zoneOf(PLACE));
        JsonNode quiet = camera("quiet-camera");
        assertThat(quiet.at("/lastCaptureId").asString()).isEqualTo(only.toString());
        assertThat(quiet.at("/capturesInDay").asInt()).isZero();
        assertThat(names()).containsSubsequence("quiet-camera", "cámara <b>norte</b>");
    }

    private JsonNode camera(String name) throws Exception {
        return StreamSupport.stream(json("/v1/cameras").at("/items").spliterator(), false)
                .filter(one -> one.at("/camera").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() throws Exception {
        return json("/v1/cameras").at("/items").findValuesAsString("camera");
    }

    private static UUID photo(String camera, Instant at) throws Exception {
        UUID id = UUID.randomUUID();
        Capture capture = new Capture(
                id,
                at,
                at,
                PLACE,
                Capture.PlaceSource.REQUEST,
                Capture.TimeSource.REQUEST,
                new Capture.Image("image/jpeg", 640, 480, Story.photo().length, "ab".repeat(32)),
                "default",
                null,
                null,
                camera,
                Direction.EXIT,
                null,
                null,
                Capture.Priority.LIVE,
                Set.of(),
                1);
        ProducerRecord<String, byte[]> photo =
                new ProducerRecord<>(Topics.CAPTURES.name(), id.toString(), Story.photo());
        CaptureHeaders.write(capture, "/plateflow/ingest", photo.headers());
        Story.send(TestKafka.bootstrap(), List.of(photo));
        return id;
    }
}
