package io.plateflow.billing;

import static io.plateflow.billing.Ends.PLATE;
import static io.plateflow.billing.Ends.at;
import static io.plateflow.billing.Ends.capture;
import static io.plateflow.billing.Ends.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.PlateRead;
import io.plateflow.domain.place.Confirm;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.tariff.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What versions of zones, tariffs and vehicles do to stays that are there and to those that come. */
class VersionsTest {
    private static final PlateRead IN = read(1, "10:00", Direction.ENTRY);
    private static final PlateRead OUT = read(2, "11:30", Direction.EXIT);
    private final Bench bench = new Bench();

    @BeforeEach
    void open() {
        bench.tell(Garage.zone(Mode.GATED));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aStayWaitsForItsTariffAndSaysSo() {
        bench.tell(IN, OUT);
        assertThat(Said.stays(bench)).last().isEqualTo("CLOSED EXIT 10:00–11:30 [NO_TARIFF]");
        assertThat(Said.charges(bench)).isEmpty();

        rated(Garage.tariff(1, null));
        assertThat(Said.stays(bench)).containsExactly("CLOSED EXIT 10:00–11:30");
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }

    @Test
    void aVersionValidFromTheOpeningRatesAnew() {
        bench.tell(Garage.tariff(1, null), IN, OUT);
        rated(Garage.tariff(2, at("10:00")));

        assertThat(Said.charges(bench))
                .containsExactly("1200.00 AC123BD hourly@1", "voided: recomputed", "2400.00 AC123BD hourly@2");
    }

    @Test
    void aVersionValidFromLaterLeavesTheStayAsItIs() {
        bench.tell(Garage.tariff(1, null), IN, OUT);
        rated(Garage.tariff(2, at("10:01")));

        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }

    @Test
    void ofOneVersionsNumberTheFirstCounts() {
        bench.tell(Garage.tariff(1, null), Garage.tariff(2, at("10:00")), IN, OUT);
        bench.charges();
        rated(Garage.tariff(2, at("12:00")));

        assertThat(bench.charges()).isEmpty();
    }

    @Test
    void aClassOfVehiclesRatesAnew() {
        bench.tell(Garage.tariff(1, null), IN, OUT);
        rated(vehicle(PLATE, 1, "RESIDENT", false));

        assertThat(Said.charges(bench))
                .containsExactly("1200.00 AC123BD hourly@1", "voided: recomputed", "600.00 AC123BD hourly@1");
    }

    @Test
    void aVehicleThatPaysNothingIsChargedNothing() {
        bench.tell(Garage.tariff(1, null), vehicle(PLATE, 1, null, true), IN, OUT);

        assertThat(Said.charges(bench)).containsExactly("0.00 AC123BD hourly@1");
    }

    @Test
    void theLaterVersionOfAVehicleReplacesTheEarlierInWhateverOrder() {
        bench.tell(Garage.tariff(1, null), IN, OUT);
        bench.charges();
        rated(vehicle(PLATE, 2, null, false));
        rated(vehicle(PLATE, 1, "RESIDENT", false));

        assertThat(bench.charges()).isEmpty();
    }

    @Test
    void anotherVehiclesVersionChangesNothing() {
        bench.tell(Garage.tariff(1, null), IN, OUT);
        bench.charges();
        rated(vehicle(new Plate("AC123BO"), 1, "RESIDENT", false));

        assertThat(bench.charges()).isEmpty();
    }

    @Test
    void aZonesVersionHoldsForWhatIsReceivedTenSecondsAfterItsPublication() {
        bench.tell(Garage.tariff(1, null));
        bench.tell(Garage.zone(2, Mode.PASSAGE, at("10:00"), Confirm.UNSURE));

        bench.tell(received(1, at("10:00").plusMillis(9_999)));
        assertThat(Said.stays(bench)).containsExactly("OPEN 10:00–");
        bench.tell(received(2, at("10:00").plusMillis(10_000)));
        assertThat(Said.stays(bench)).containsExactly("CLOSED PASS 10:00–10:00");
    }

    @Test
    void aStayThatBeganUnderAnEarlierVersionEndsByItsRules() {
        bench.tell(Garage.tariff(1, null));
        bench.tell(Garage.zone(2, Mode.SIGHTINGS, at("11:00"), Confirm.UNSURE));
        bench.tell(IN, OUT, read(3, "11:45"));

        assertThat(Said.stays(bench))
                .containsExactly(
                        "OPEN 10:00–", "CLOSED EXIT 10:00–11:30", "CLOSED SILENCE 11:45–11:45 [SINGLE_SIGHTING]");
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1", "600.00 AC123BD hourly@1");
    }

    private void rated(Object version) {
        bench.tell(version, version);
        bench.wait(Duration.ofSeconds(1));
    }

    /** An entry at 10:00 whose photo came in at {@code time}; two of them are two vehicles. */
    private static PlateRead received(int n, Instant time) {
        Capture capture = Ends.taken(capture(n), 1, at("10:00"), time, Direction.ENTRY, Ends.HERE, Set.of());
        return read(capture, new Plate("AB00" + n + "ZZ"), Set.of(), false);
    }

    private static Vehicle vehicle(Plate plate, int version, @Nullable String named, boolean exempt) {
        return new Vehicle(plate, version, at("09:00"), named, exempt, Set.of(), null, null);
    }
}
