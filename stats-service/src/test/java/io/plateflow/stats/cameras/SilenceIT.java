package io.plateflow.stats.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Administrator;
import io.plateflow.stats.Shot;
import io.plateflow.stats.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A camera of which nothing is heard, or whose clock is wrong, is told of wherever somebody looks. */
class SilenceIT extends Administrator {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Autowired
    MeterRegistry meters;

    @AfterEach
    void takeTheCamerasDown() throws Exception {
        for (String camera : List.of("s-silent", "s-never", "s-well", "s-ahead")) {
            kept(request("/v1/cameras/" + camera, "admin").DELETE());
        }
    }

    @Test
    void tellsOfACameraThatIsSilentForLongerThanItsRecordExpects() throws Exception {
        put("/v1/cameras/s-silent", "{\"name\":\"Mitre 300\",\"expectedInterval\":\"PT10M\",\"direction\":\"EXIT\"}");
        put("/v1/cameras/s-well", "{\"name\":\"Mitre 400\",\"expectedInterval\":\"PT10M\"}");
        put("/v1/cameras/s-never", "{\"name\":\"Mitre 500\",\"expectedInterval\":\"P1D\"}");
        // The key tells the camera, whatever it calls itself; it was set back half a year when it was last heard of.
        Instant last = now.minus(Duration.ofMinutes(22));
        send(Shot.of("s-silent", "IPC-4711", last.minus(Duration.ofMinutes(1)), last.minus(Duration.ofMinutes(1))));
        send(Shot.of("s-silent", "IPC-4711", last.minus(Duration.ofDays(180)), last));
        send(Shot.of("s-well", null, now, now));

        JsonNode silent = awaitCamera(
                "s-silent",
                camera -> camera.at("/silent").asBoolean()
                        && camera.at("/lastReceivedAt").asString().equals(last.toString()));
        assertThat(silent.at("/sentAs").asString()).isEqualTo("IPC-4711");
        assertThat(silent.at("/record/name").asString()).isEqualTo("Mitre 300");
        assertThat(silent.at("/secondsSilent").asLong()).isGreaterThanOrEqualTo(22 * 60);
        assertThat(awaitCamera("s-well", camera -> camera.has("lastReceivedAt"))
                        .at("/silent")
                        .asBoolean())
                .isFalse();
        assertThat(awaitCamera("s-never", camera -> true).at("/silent").asBoolean())
                .as("as long as it may be silent since its record was written")
                .isFalse();

        JsonNode system = awaitSystem("/silentCameras", "s-silent");
        assertThat(system.at("/name").asString()).isEqualTo("Mitre 300");
        assertThat(system.at("/since").asString()).isEqualTo(last.toString());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> json("/v1/system/stages")
                        .at("/faults")
                        .findValuesAsString("kind")
                        .contains("CAMERA_SILENT"));
        assertThat(meters.get("plateflow.stats.camera.silence")
                        .tag("camera", "s-silent")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(22 * 60);
        assertThat(meters.get("plateflow.stats.cameras.silent").gauge().value()).isPositive();
        JsonNode figures = figures("/v1/stats/cameras?direction=EXIT&from=2020-01-01T00:00:00Z", "IPC-4711");
        assertThat(figures.at("/silent").asBoolean()).isTrue();
        assertThat(figures.at("/captures").asInt()).isZero();
        assertThat(figures("/v1/stats/cameras", "s-never").has("lastReceivedAt"))
                .isFalse();
    }

    @Test
    void tellsOfACameraWhoseClockIsMoreThanTwoMinutesOff() throws Exception {
        put("/v1/cameras/s-ahead", "{\"name\":\"Ahead\"}");
        for (int i = 0; i < 5; i++) {
            Instant received = now.minusSeconds(60 - i);
            send(Shot.of("s-ahead", "s-ahead", received.plusSeconds(i == 2 ? 0 : 180), received));
        }
        JsonNode camera =
                awaitCamera("s-ahead", one -> one.at("/clockSkewSeconds").asInt() == -180);
        assertThat(camera.at("/clockOff").asBoolean()).isTrue();
        assertThat(awaitSystem("/clocksOff", "s-ahead").at("/skewSeconds").asInt())
                .isEqualTo(-180);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> json("/v1/system/stages")
                        .at("/faults")
                        .findValuesAsString("kind")
                        .contains("CLOCK_OFF"));
        assertThat(meters.get("plateflow.stats.camera.clock.skew")
                        .tag("camera", "s-ahead")
                        .gauge()
                        .value())
                .isEqualTo(-180);
        assertThat(figures("/v1/stats/cameras", "s-ahead")
                        .at("/clockSkewSeconds")
                        .asInt())
                .isEqualTo(-180);
    }

    private JsonNode awaitCamera(String id, Predicate<JsonNode> expected) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> named(json("/v1/cameras").at("/items"), id), one -> one != null && expected.test(one));
    }

    private JsonNode awaitSystem(String list, String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> named(json("/v1/system").at(list), id), one -> one != null);
    }

    private JsonNode figures(String path, String name) throws Exception {
        return Objects.requireNonNull(named(json(path).at("/items"), name), name);
    }

    private static @Nullable JsonNode named(JsonNode items, String id) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(one -> one.at("/camera").asString().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static void send(Shot shot) throws Exception {
        List<ProducerRecord<String, byte[]>> photo = List.of(shot.message());
        Story.send(TestKafka.bootstrap(), photo);
    }
}
