package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of a vehicle, and what is odd about one. */
class VehicleLintTest {

    @Test
    void readsWhatIsWritten() {
        assertThat(check("ab-123 cd", "RESIDENT", "false", "plaza", "2026-01-01T00:00:00-03:00", "2027-01-01T00:00:00Z")
                        .value())
                .isEqualTo(new Vehicle(
                        new Plate("AB123CD"),
                        1,
                        Instant.EPOCH,
                        "RESIDENT",
                        false,
                        Set.of("plaza"),
                        Instant.parse("2026-01-01T03:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z")));
    }

    @ParameterizedTest(name = "{6}")
    @CsvSource({
        ", RESIDENT, , , , , plate missing",
        "A, RESIDENT, , , , , plate malformed_plate",
        "AAAA1111BBB, RESIDENT, , , , , plate malformed_plate",
        "AAAAAAAAAAAAAAAAAAAAAAAAA, RESIDENT, , , , , plate malformed_plate",
        "AB123CD, two words, , , , , class malformed_name",
        "AB123CD, A23456789012345678901234567890123456789012345678901, , , , , class too_long",
        "AB123CD, , yes, , , , exempt unknown_word",
        "AB123CD, RESIDENT, , plaza nowhere, , , zones[1] unknown_zone",
        "AB123CD, RESIDENT, , , 2026, , validFrom malformed_instant",
        "AB123CD, RESIDENT, , , 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, validTo ends_first",
        "?, a b, no, x, y, z, plate malformed_plate;class malformed_name;exempt unknown_word;zones[0] unknown_zone;"
                + "validFrom malformed_instant;validTo malformed_instant"
    })
    void namesEveryFault(
            @Nullable String plate,
            @Nullable String vehicleClass,
            @Nullable String exempt,
            @Nullable String zones,
            @Nullable String validFrom,
            @Nullable String validTo,
            String faults) {
        assertThat(check(plate, vehicleClass, exempt, zones, validFrom, validTo).faults().stream()
                        .map(f -> f.field() + " " + f.code()))
                .containsExactly(faults.split(";"));
    }

    @Test
    void warnsOfWhatIsOdd() {
        assertThat(check("AB123CD", null, null, null, null, null).warnings())
                .extracting(Warning::code)
                .containsExactly("without_effect");
        assertThat(check("AB123CD", "RESIDENT", "true", null, null, null).warnings())
                .extracting(Warning::code)
                .containsExactly("exempt_anyway");
    }

    private static Linted<Vehicle> check(
            @Nullable String plate,
            @Nullable String vehicleClass,
            @Nullable String exempt,
            @Nullable String zones,
            @Nullable String validFrom,
            @Nullable String validTo) {
        List<@Nullable String> in = zones == null ? List.of() : Arrays.asList(zones.split(" "));
        return VehicleLint.check(
                new VehicleDraft(plate, vehicleClass, exempt, in, validFrom, validTo), "plaza"::equals);
    }
}
