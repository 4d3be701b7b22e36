package io.plateflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");

    @ParameterizedTest
    @CsvSource(nullValues = "nothing", delimiter = '|', textBlock = """
        nothing                       | PT1S
        7                             | PT7S
        ' 2 '                         | PT2S
        0                             | PT0.05S
        31                            | PT30S
        999999999                     | PT30S
        Tue, 1 Dec 2026 03:00:05 GMT  | PT5S
        Tue, 1 Dec 2026 02:00:00 GMT  | PT0.05S
        Tue, 1 Dec 2026 05:00:00 GMT  | PT30S
        soon                          | PT1S
        -3                            | PT1S
        """)
    void waitsAsLongAsTheServiceAsksWithinReason(String retryAfter, Duration pause) {
        assertThat(Retries.DEFAULT.pauseAfter(retryAfter, NOW)).isEqualTo(pause);
    }

    @Test
    void takesNoPauseAboveTheLongest() {
        assertThatThrownBy(() -> new Retries(Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
