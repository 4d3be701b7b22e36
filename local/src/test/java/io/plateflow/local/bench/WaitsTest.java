package io.plateflow.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of many waits at once. */
class WaitsTest {
    @Test
    void tellsWhatSoManyInAHundredDidNotExceed() {
        Waits waits = new Waits(IntStream.rangeClosed(1, 40)
                .mapToObj(i -> Duration.ofSeconds(41L - i))
                .toList());

        assertThat(waits.percentile(50)).isEqualTo(Duration.ofSeconds(20));
        assertThat(waits.percentile(95)).isEqualTo(Duration.ofSeconds(38));
        assertThat(waits.percentile(100)).isEqualTo(Duration.ofSeconds(40));
        assertThat(new Waits(List.of()).percentile(95)).isZero();
    }
}
