package io.plateflow.billing;

import static io.plateflow.billing.Ends.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.place.Mode;
import io.plateflow.domain.stay.Direction;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time alone does to stays and charges, and what comes after all. It is 20:00 when the flow starts. */
class SilenceTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void open() {
        bench.tell(Garage.tariff(1, null));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aVehicleBehindABarrierThatIsNotSeenToLeaveIsForAPersonToLookAt() {
        bench.tell(Garage.zone(Mode.GATED), read(1, "10:00", Direction.ENTRY));
        bench.wait(Duration.ofHours(14));
        assertThat(Said.stays(bench)).containsExactly("OPEN 10:00–");

        bench.wait(Duration.ofSeconds(1));
        assertThat(Said.stays(bench)).containsExactly("NEEDS_REVIEW 10:00– [MISSING_EXIT]");
        assertThat(bench.charges()).isEmpty();

        bench.tell(read(2, "11:30", Direction.EXIT));
        assertThat(Said.stays(bench)).containsExactly("CLOSED EXIT 10:00–11:30");
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }

    @Test
    void aVehicleInTheStreetThatIsSeenNoMoreLeftWhenItWasLastSeen() {
        bench.tell(Garage.zone(Mode.SIGHTINGS), read(1, "19:30"), read(2, "19:50"));
        bench.wait(Duration.ofMinutes(50));
        assertThat(Said.charges(bench)).isEmpty();

        bench.wait(Duration.ofSeconds(1));
        assertThat(Said.stays(bench)).last().isEqualTo("CLOSED SILENCE 19:30–19:50");
        assertThat(Said.charges(bench)).containsExactly("600.00 AC123BD hourly@1");
    }

    @Test
    void aVehicleSeenOnceIsChargedOneSecond() {
        bench.tell(Garage.zone(Mode.SIGHTINGS), read(1, "19:30"));
        bench.wait(Duration.ofMinutes(31));

        assertThat(Said.stays(bench)).last().isEqualTo("CLOSED SILENCE 19:30–19:30 [SINGLE_SIGHTING]");
        assertThat(Said.charges(bench)).containsExactly("600.00 AC123BD hourly@1");
    }

    @Test
    void aSightingThatComesLateProlongsWhatSilenceHadEnded() {
        bench.tell(Garage.zone(Mode.SIGHTINGS), read(1, "18:00"), read(2, "19:30"));
        bench.wait(Duration.ofMinutes(31));
        assertThat(Said.charges(bench)).containsExactly("600.00 AC123BD hourly@1", "600.00 AC123BD hourly@1");

        bench.tell(read(3, "18:50"));
        assertThat(Said.charges(bench))
                .containsExactly("voided: superseded", "voided: recomputed", "1200.00 AC123BD hourly@1");
    }
}
