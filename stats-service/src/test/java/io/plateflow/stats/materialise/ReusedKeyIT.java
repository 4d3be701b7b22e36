package io.plateflow.stats.materialise;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Shot;
import io.plateflow.stats.Story;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Two photos under one Idempotency-Key are one capture; that there was another is not kept silent. */
class ReusedKeyIT extends RunningService {
    @Autowired
    MeterRegistry meters;

    @Test
    void flagsACaptureOfWhichAnotherPhotoCameAndKeepsTheFirst() throws Exception {
        Shot first = Shot.of("default", "reuse", Instant.now(), Instant.now());
        Shot repeated = Shot.of("default", "reuse", Instant.now(), Instant.now());
        Story.send(TestKafka.bootstrap(), List.of(first.message(), repeated.message(), repeated.message()));
        awaitAllInRows();
        assertThat(flags(first)).isEmpty();
        double before = reused();

        Story.send(TestKafka.bootstrap(), List.of(first.showing("cd".repeat(32)).message(), repeated.message()));
        awaitAllInRows();
        assertThat(flags(first)).containsExactly("KEY_REUSED");
        assertThat(flags(repeated)).as("the same photo again").isEmpty();
        assertThat(sha256(first)).isEqualTo("ab".repeat(32));
        assertThat(reused()).isEqualTo(before + 1);

        Story.send(TestKafka.bootstrap(), List.of(first.showing("ef".repeat(32)).message()));
        awaitAllInRows();
        assertThat(reused()).as("a capture is counted once").isEqualTo(before + 1);
    }

    @Test
    void flagsItAlsoWhenBothCameTogether() throws Exception {
        Shot first = Shot.of("default", "reuse", Instant.now(), Instant.now());
        Story.send(
                TestKafka.bootstrap(),
                List.of(first.message(), first.showing("cd".repeat(32)).message()));
        awaitAllInRows();
        assertThat(flags(first)).containsExactly("KEY_REUSED");
        assertThat(sha256(first)).isEqualTo("ab".repeat(32));
    }

    private List<String> flags(Shot shot) throws Exception {
        JsonNode flags = json("/v1/captures/" + shot.id()).at("/flags");
        return flags.valueStream().map(JsonNode::asString).toList();
    }

    private String sha256(Shot shot) {
        return jdbc.sql("SELECT sha256 FROM capture WHERE id = UNHEX(REPLACE(:id, '-', ''))")
                .param("id", shot.id().toString())
                .query(String.class)
                .single();
    }

    private double reused() {
        return meters.get("plateflow.stats.keys.reused").counter().count();
    }
}
