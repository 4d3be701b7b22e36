package io.plateflow.stats.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Administrator;
import io.plateflow.stats.Shot;
import io.plateflow.stats.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Senders may make up names of cameras without end: each is forgotten when its captures are. */
class OldSignalsIT extends Administrator {
    private final Instant now = Instant.now();

    @Autowired
    OldSignals old;

    @Test
    void forgetsCamerasThatAreSilentForLongerThanCapturesAreKeptUnlessTheyHaveARecord() throws Exception {
        put("/v1/cameras/o-recorded", "{\"name\":\"Mitre 600\"}");
        sawLast("default", "o-gone", 181);
        sawLast("default", "o-there", 179);
        sawLast("o-recorded", "o-of-record", 181);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> cameras().containsAll(List.of("o-gone", "o-there", "o-of-record")));

        assertThat(old.purge(now)).isPositive();

        assertThat(cameras()).contains("o-there", "o-of-record").doesNotContain("o-gone");
        assertThat(old.purge(now)).isZero();
        assertThat(json("/v1/cameras").at("/items").findValuesAsString("camera"))
                .contains("o-there", "o-recorded")
                .doesNotContain("o-gone");
    }

    private List<String> cameras() {
        return jdbc.sql("SELECT camera FROM camera_signal").query(String.class).list();
    }

    private void sawLast(String key, String camera, int days) throws Exception {
        Instant then = now.minus(Duration.ofDays(days));
        Story.send(
                TestKafka.bootstrap(), List.of(Shot.of(key, camera, then, then).message()));
    }
}
