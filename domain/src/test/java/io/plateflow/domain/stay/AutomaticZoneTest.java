package io.plateflow.domain.stay;

import static io.plateflow.domain.stay.Day.at;
import static io.plateflow.domain.stay.Day.capture;
import static io.plateflow.domain.stay.Day.checkout;
import static io.plateflow.domain.stay.Day.entry;
import static io.plateflow.domain.stay.Day.exit;
import static io.plateflow.domain.stay.Day.metersNorth;
import static io.plateflow.domain.stay.Day.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plateflow.domain.Uuids;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision.Checkout;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of automatic zones, a sentence and a day each. */
class AutomaticZoneTest {
    private static final String OPEN = "open";

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void followsTheRule(String rule, List<Sighting> sightings, List<Checkout> checkouts, List<String> stays) {
        assertThat(AutomaticZone.stays(sightings, checkouts, at("23:59")).stream()
                        .map(AutomaticZoneTest::told))
                .as(rule)
                .isEqualTo(stays);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("nothing seen makes no stay", List.of(), List.of()),
                rule("the first sighting opens a stay", List.of(seen(1, "10:00")), List.of(), "1 10:00-open"),
                rule(
                        "silence never ends a stay",
                        List.of(seen(1, "00:00"), seen(2, "23:59")),
                        List.of(),
                        "12 00:00-open"),
                rule(
                        "a second entry joins the open stay",
                        List.of(entry(1, "10:00"), entry(2, "11:00")),
                        List.of(),
                        "12 10:00-open"),
                rule(
                        "a sighting 99 m from the first place joins",
                        List.of(seen(1, "10:00"), seen(2, "11:00", metersNorth(99))),
                        List.of(),
                        "12 10:00-open"),
                rule(
                        "a sighting 101 m from the first place opens a stay of its own",
                        List.of(seen(1, "10:00"), seen(2, "11:00", metersNorth(101))),
                        List.of(),
                        "1 10:00-open",
                        "2 11:00-open"),
                rule(
                        "distance is measured from the first place, not from the last",
                        List.of(
                                seen(1, "10:00"),
                                seen(2, "11:00", metersNorth(90)),
                                seen(3, "12:00", metersNorth(180))),
                        List.of(),
                        "12 10:00-open",
                        "3 12:00-open"),
                rule(
                        "of several open stays the closest is joined",
                        List.of(
                                seen(1, "10:00"),
                                seen(2, "10:10", metersNorth(150)),
                                seen(3, "11:00", metersNorth(80))),
                        List.of(),
                        "1 10:00-open",
                        "23 10:10-open"),
                rule(
                        "of two open stays as close the earlier is joined",
                        List.of(
                                seen(1, "10:00"),
                                seen(2, "10:10", metersNorth(101)),
                                exit(3, "11:00", metersNorth(50.5))),
                        List.of(),
                        "13 10:00-11:00 EXIT",
                        "2 10:10-open"),
                rule(
                        "an exit closes the open stay at its time",
                        List.of(seen(1, "10:00"), exit(2, "12:10")),
                        List.of(),
                        "12 10:00-12:10 EXIT"),
                rule("an exit with nothing open makes no stay", List.of(exit(1, "10:00")), List.of()),
                rule(
                        "an exit farther than 100 m closes nothing",
                        List.of(seen(1, "10:00"), exit(2, "12:00", metersNorth(101))),
                        List.of(),
                        "1 10:00-open"),
                rule(
                        "a second exit finds nothing open",
                        List.of(seen(1, "10:00"), exit(2, "11:00"), exit(3, "12:00")),
                        List.of(),
                        "12 10:00-11:00 EXIT"),
                rule(
                        "an entry and an exit at the same instant are one stay of no length",
                        List.of(exit(1, "10:00"), entry(2, "10:00")),
                        List.of(),
                        "21 10:00-10:00 EXIT"),
                rule(
                        "a sighting after an exit opens a new stay",
                        List.of(seen(1, "10:00"), exit(2, "11:00"), seen(3, "11:01")),
                        List.of(),
                        "12 10:00-11:00 EXIT",
                        "3 11:01-open"),
                rule(
                        "a checkout closes the stay at its time",
                        List.of(seen(1, "10:00")),
                        List.of(checkout(1, "12:10")),
                        "1 10:00-12:10 CHECKOUT"),
                rule(
                        "a checkout may name any capture of the stay",
                        List.of(seen(1, "10:00"), seen(2, "11:00")),
                        List.of(checkout(2, "12:10")),
                        "12 10:00-12:10 CHECKOUT"),
                rule(
                        "a checkout never ends a stay before the capture it names",
                        List.of(seen(1, "10:00"), seen(2, "11:00")),
                        List.of(checkout(2, "10:30")),
                        "12 10:00-11:00 CHECKOUT"),
                rule(
                        "of two checkouts of one capture the earlier wins",
                        List.of(seen(1, "10:00")),
                        List.of(checkout(1, "12:10"), checkout(1, "11:00")),
                        "1 10:00-11:00 CHECKOUT"),
                rule(
                        "of two checkouts of two captures of a stay the earlier wins",
                        List.of(seen(1, "10:00"), seen(2, "10:30")),
                        List.of(checkout(1, "12:10"), checkout(2, "11:00")),
                        "12 10:00-11:00 CHECKOUT"),
                rule(
                        "a checkout of a capture not seen yet waits",
                        List.of(seen(1, "10:00")),
                        List.of(checkout(2, "11:00")),
                        "1 10:00-open"),
                rule(
                        "a sighting at the very end joins",
                        List.of(seen(1, "10:00"), seen(2, "12:10")),
                        List.of(checkout(1, "12:10")),
                        "12 10:00-12:10 CHECKOUT"),
                rule(
                        "a sighting dated before the end joins, though it came later",
                        List.of(seen(1, "10:00"), seen(2, "12:09")),
                        List.of(checkout(1, "12:10")),
                        "12 10:00-12:10 CHECKOUT"),
                rule(
                        "a sighting dated after the end opens a new stay",
                        List.of(seen(1, "10:00"), seen(2, "12:11")),
                        List.of(checkout(1, "12:10")),
                        "1 10:00-12:10 CHECKOUT",
                        "2 12:11-open"),
                rule(
                        "an exit before the checkout ends the stay earlier",
                        List.of(seen(1, "10:00"), exit(2, "11:50")),
                        List.of(checkout(1, "12:10")),
                        "12 10:00-11:50 EXIT"),
                rule(
                        "an exit after the checkout finds nothing open",
                        List.of(seen(1, "10:00"), exit(2, "12:20")),
                        List.of(checkout(1, "12:10")),
                        "1 10:00-12:10 CHECKOUT"),
                rule(
                        "a checkout of an exit that closed nothing has no effect",
                        List.of(exit(1, "10:00")),
                        List.of(checkout(1, "11:00"))),
                rule(
                        "an earlier sighting that comes late becomes the first of the stay",
                        List.of(seen(1, "10:00"), seen(2, "09:00")),
                        List.of(checkout(1, "12:10")),
                        "21 09:00-12:10 CHECKOUT"));
    }

    @Test
    void namesAStayAfterItsZoneAndFirstCapture() {
        Stay stay = AutomaticZone.stays(List.of(seen(2, "11:00"), seen(1, "10:00")), List.of(), at("23:59"))
                .get(0);

        assertThat(stay.id())
                .isEqualTo(Uuids.v5("stay", "auto:69y7p", capture(1).toString()));
        assertThat(stay.lastSeen()).isEqualTo(at("11:00"));
    }

    @Test
    void carriesTheDoubtsOfEveryCapture() {
        Sighting sure = seen(1, "10:00");
        Sighting doubtful = new Sighting(
                capture(2),
                sure.zone(),
                sure.rules(),
                sure.plate(),
                Set.of(),
                sure.place(),
                at("10:30"),
                Direction.PASS,
                Set.of("TIME_ASSUMED"));

        assertThat(AutomaticZone.stays(List.of(sure, doubtful), List.of(), at("23:59"))
                        .get(0)
                        .flags())
                .containsExactly("TIME_ASSUMED");
    }

    @Test
    void refusesTwoPlatesAtOnce() {
        Sighting one = seen(1, "10:00");
        Sighting other = new Sighting(
                capture(2),
                one.zone(),
                one.rules(),
                new Plate("AB999ZZ"),
                Set.of(),
                one.place(),
                at("10:30"),
                Direction.PASS,
                Set.of());

        assertThatThrownBy(() -> AutomaticZone.stays(List.of(one, other), List.of(), at("23:59")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments rule(String rule, List<Sighting> seen, List<Checkout> checkouts, String... stays) {
        return Arguments.of(rule, seen, checkouts, List.of(stays));
    }

    /** Captures, from, to and what closed it, for example {@code 12 10:00-12:10 EXIT}. */
    private static String told(Stay stay) {
        StringBuilder told = new StringBuilder();
        stay.captureIds().forEach(id -> told.append(id.getLeastSignificantBits()));
        told.append(' ').append(stay.from().toString(), 11, 16).append('-');
        return told.append(stay.end()
                        .map(to -> to.toString().substring(11, 16) + " " + stay.closedBy())
                        .orElse(OPEN))
                .toString();
    }
}
