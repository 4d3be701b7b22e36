package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version of a tariff or a vehicle applies at an opening. Days are of March 2026. */
class InForceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the only version prices all stays                    | 1@-       | 10 | 1
            the first version prices stays before its validity   | 1@20      | 10 | 1
            no version is known                                  |           | 10 | -
            only a later version is known, not valid yet         | 2@20      | 10 | -
            only a later version is known, valid                 | 2@5       | 10 | 2
            a version is valid from its very instant on          | 1@- 2@10  | 10 | 2
            a version is not valid before                        | 1@- 2@11  | 10 | 1
            the highest valid version wins                       | 1@- 2@5 3@7 | 10 | 3
            the highest wins even if another began later         | 1@- 2@9 3@7 | 10 | 3
            a higher one that begins later leaves the lower      | 1@- 2@5 3@11 | 10 | 2
            a version without validity is always valid           | 1@- 2@-   | 1  | 2
            """)
    void findsTheVersionOfATariff(String rule, @Nullable String versions, int opening, String found) {
        List<Tariff> known = words(versions).stream()
                .map(v -> v.split("@", -1))
                .map(v -> tariff(Integer.parseInt(v[0]), day(v[1])))
                .toList();

        assertThat(Tariffs.inForce(known, day(opening))
                        .map(t -> "" + t.version())
                        .orElse("-"))
                .as(rule)
                .isEqualTo(found);
        assertThat(Tariffs.inForce(reversed(known), day(opening))).isEqualTo(Tariffs.inForce(known, day(opening)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a vehicle that nobody listed                           |                     | 10 | -
            a listed one, everywhere and always                    | 1:*:-:-             | 10 | 1
            in the zone that is named                              | 1:centro:-:-        | 10 | 1
            in one of several zones                                | 1:norte+centro:-:-  | 10 | 1
            not in another zone                                    | 1:norte:-:-         | 10 | -
            from the very beginning of its validity                | 1:*:10:-            | 10 | 1
            not before                                             | 1:*:11:-            | 10 | -
            up to the end of its validity                          | 1:*:-:11            | 10 | 1
            not at its end                                         | 1:*:-:10            | 10 | -
            a later version replaces an earlier one                | 1:*:-:- 2:*:-:-     | 10 | 2
            from its validity on                                   | 1:*:-:- 2:*:11:-    | 10 | 1
            one that ended does not bring an earlier one back      | 1:*:-:- 2:*:-:10    | 10 | -
            one of another zone does not bring an earlier one back | 1:*:-:- 2:norte:-:- | 10 | -
            one of another zone that has not begun leaves it       | 1:*:-:- 2:norte:11:- | 10 | 1
            """)
    void findsTheVersionOfAVehicle(String rule, @Nullable String versions, int opening, String found) {
        List<Vehicle> known = words(versions).stream()
                .map(v -> v.split(":", -1))
                .map(v -> vehicle(
                        Integer.parseInt(v[0]),
                        v[1].equals("*") ? Set.of() : Set.of(v[1].split("\\+", -1)),
                        day(v[2]),
                        day(v[3])))
                .toList();

        assertThat(Vehicles.inForce(known, "centro", day(opening))
                        .map(v -> "" + v.version())
                        .orElse("-"))
                .as(rule)
                .isEqualTo(found);
        assertThat(Vehicles.inForce(reversed(known), "centro", day(opening)))
                .isEqualTo(Vehicles.inForce(known, "centro", day(opening)));
    }

    @Test
    void noVehicleIsListedInVain() {
        assertThatIllegalArgumentException().isThrownBy(() -> vehicle(0, Set.of(), null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> vehicle(1, Set.of(), day(10), day(10)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vehicle(new Plate("AB123CD"), 1, day(1), " ", false, Set.of(), null, null));
    }

    private static Tariff tariff(int version, @Nullable Instant validFrom) {
        Tariff t = Tariff.ORIGINAL;
        return new Tariff(
                t.id(),
                version,
                t.kind(),
                t.currency(),
                t.timeZone(),
                validFrom,
                t.grace(),
                t.graceMode(),
                t.per(),
                t.bands(),
                t.steps(),
                t.cap(),
                t.holidays(),
                t.adjustments(),
                t.rounding(),
                t.price());
    }

    private static Vehicle vehicle(int version, Set<String> zones, @Nullable Instant from, @Nullable Instant to) {
        return new Vehicle(new Plate("AB123CD"), version, day(1), "RESIDENT", false, zones, from, to);
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static @Nullable Instant day(String day) {
        return day.equals("-") ? null : day(Integer.parseInt(day));
    }

    private static Instant day(int day) {
        return Instant.parse("2026-03-%02dT00:00:00Z".formatted(day));
    }
}
