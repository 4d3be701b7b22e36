package io.plateflow.stats.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Limits;
import io.plateflow.stats.system.Fault.Kind;
import io.plateflow.stats.system.Fault.Signs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is late or wrong, by the limits that {@code ./plateflow status} has too. */
class FaultTest {
    private static final Instant NOW = Instant.parse("2026-07-14T12:00:00Z");
    private static final long PLENTY = 100L << 30;

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(faults(true, PLENTY, 2, 1, 5, ago(119), NOW)).isEmpty();
        assertThat(faults(true, PLENTY, 2, 1, 0, null, NOW)).isEmpty();
    }

    @Test
    void callsReadingLateAfterTwoMinutesAndWrongAfterTen() {
        assertThat(faults(true, PLENTY, 2, 1, 214, ago(180), NOW))
                .containsExactly(new Fault(Kind.READING_LATE, false, 214L, ago(180)));
        assertThat(faults(true, PLENTY, 2, 1, 214, ago(601), NOW))
                .containsExactly(new Fault(Kind.READING_LATE, true, 214L, ago(601)));
        assertThat(Limits.OVERDUE).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void saysThatNobodyReadsRatherThanThatReadingIsLate() {
        assertThat(faults(true, PLENTY, 0, 1, 214, ago(180), NOW))
                .containsExactly(new Fault(Kind.READING_STOPPED, true, 214L, ago(180)));
    }

    @Test
    void namesTheWorstFirst() {
        assertThat(faults(true, Limits.LEAST_FREE_BYTES - 1, 1, 0, 3, ago(200), ago(121)))
                .extracting(Fault::kind)
                .containsExactly(Kind.DISK_LOW, Kind.BILLING_STOPPED, Kind.READING_LATE, Kind.DATA_LATE);
    }

    @Test
    void holdsNothingThatOnlyTheBrokerKnowsAgainstTheStagesWhileItIsAway() {
        assertThat(faults(false, null, null, null, 0, null, NOW))
                .containsExactly(new Fault(Kind.BROKER_AWAY, true, null, null));
    }

    @Test
    void saysNothingOfDataWhoseAgeIsNotKnownYet() {
        assertThat(faults(true, PLENTY, 1, 1, 0, null, null)).isEmpty();
    }

    @Test
    void namesSilentCamerasAndWrongClocksAfterWhatIsWorse() {
        Signs signs = new Signs(true, PLENTY, 1, 0, 0, null, 0L, 0, NOW, 2, ago(1320), 1);
        assertThat(Fault.in(signs, NOW))
                .containsExactly(
                        new Fault(Kind.BILLING_STOPPED, true, 0L, null),
                        new Fault(Kind.CAMERA_SILENT, false, 2L, ago(1320)),
                        new Fault(Kind.CLOCK_OFF, false, 1L, null));
    }

    private static Instant ago(int seconds) {
        return NOW.minusSeconds(seconds);
    }

    private static List<Fault> faults(
            boolean broker,
            @Nullable Long free,
            @Nullable Integer readers,
            @Nullable Integer billers,
            long pending,
            @Nullable Instant oldest,
            @Nullable Instant dataAt) {
        return Fault.in(new Signs(broker, free, readers, billers, pending, oldest, 0L, 0, dataAt, 0, null, 0), NOW);
    }
}
