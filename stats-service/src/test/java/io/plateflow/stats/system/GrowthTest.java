package io.plateflow.stats.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** For how long a disk will do. */
class GrowthTest {
    private static final Instant START = Instant.parse("2026-07-14T12:00:00Z");
    private static final long GIBIBYTE = 1L << 30;

    private final Growth growth = new Growth();

    @Test
    void reckonsByWhatTheDiskLostSinceTheFirstLook() {
        growth.note(START, 11 * GIBIBYTE);
        growth.note(START.plus(Duration.ofMinutes(30)), 10 * GIBIBYTE);

        assertThat(growth.daysLeft(START.plus(Duration.ofHours(1)), 10 * GIBIBYTE))
                .isCloseTo(10 / 24.0, Offset.offset(0.001));
    }

    @Test
    void doesNotKnowBeforeHalfAnHourHasPassed() {
        growth.note(START, 11 * GIBIBYTE);

        assertThat(growth.daysLeft(START.plus(Duration.ofMinutes(29)), 10 * GIBIBYTE))
                .isNull();
        assertThat(new Growth().daysLeft(START, 10 * GIBIBYTE)).isNull();
    }

    @Test
    void saysNothingOfADiskThatDoesNotGrow() {
        growth.note(START, 10 * GIBIBYTE);

        assertThat(growth.daysLeft(START.plus(Duration.ofHours(2)), 10 * GIBIBYTE))
                .isNull();
        assertThat(growth.daysLeft(START.plus(Duration.ofHours(2)), 12 * GIBIBYTE))
                .isNull();
    }

    @Test
    void forgetsWhatLiesMoreThanTwoHoursBack() {
        growth.note(START, 100 * GIBIBYTE);
        Instant then = START;
        for (int i = 0; i < 24; i++) {
            then = then.plus(Duration.ofMinutes(5));
            growth.note(then, 24 * GIBIBYTE);
        }
        assertThat(growth.daysLeft(then, 12 * GIBIBYTE)).isCloseTo(115 / 1440.0, Offset.offset(0.001));
    }
}
