package io.plateflow.domain.stay;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision.Checkout;
import io.plateflow.domain.tariff.Tariff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every set of sightings and checkouts. */
class AutomaticZonePropertyTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Property(tries = 2000)
    void orderAndRepetitionChangeNothing(@ForAll("days") Events day, @ForAll Random random) {
        Events shuffled = new Events(repeated(day.sightings(), random), repeated(day.checkouts(), random));

        assertThat(shuffled.stays()).isEqualTo(day.stays());
        assertThat(shuffled.charges()).isEqualTo(day.charges());
    }

    @Property(tries = 2000)
    void everyCaptureIsInOneStayAndOnlyExitsAreInNone(@ForAll("days") Events day) {
        List<UUID> held =
                day.stays().stream().flatMap(s -> s.captureIds().stream()).toList();

        assertThat(held).doesNotHaveDuplicates();
        assertThat(day.sightings())
                .allSatisfy(s -> assertThat(held.contains(s.captureId()) || s.direction() == Direction.EXIT)
                        .isTrue());
    }

    @Property(tries = 2000)
    void aStayIsChargedExactlyWhenItHasEndedAndEndsNotBeforeItsLastSighting(@ForAll("days") Events day) {
        assertThat(day.stays()).allSatisfy(stay -> {
            assertThat(Charge.of(stay, Tariff.ORIGINAL).isPresent()).isEqualTo(!stay.isOpen());
            stay.end().ifPresent(to -> assertThat(to).isAfterOrEqualTo(stay.lastSeen()));
        });
    }

    @Provide
    Arbitrary<Events> days() {
        Arbitrary<Sighting> sighting = Combinators.combine(
                        Arbitraries.integers().between(0, 8), // few instants, so that many coincide
                        Arbitraries.of(0.0, 60.0, 99.0, 150.0, 260.0),
                        Arbitraries.of(Direction.class),
                        Arbitraries.of(Set.<String>of(), Set.of("TIME_ASSUMED")))
                .as((hour, meters, direction, flags) -> new Sighting(
                        Day.capture(0),
                        "auto:69y7p",
                        Rules.AUTOMATIC,
                        new Plate("AC123BD"),
                        Set.of(),
                        Day.metersNorth(meters),
                        NOON.plusSeconds(hour * 1800L),
                        direction,
                        flags));
        Arbitrary<List<Sighting>> sightings = sighting.list().ofMaxSize(9).map(AutomaticZonePropertyTest::numbered);
        Arbitrary<Checkout> checkout = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(-1, 9))
                .as((n, hour) -> new Checkout(new UUID(n, hour), Day.capture(n), NOON.plusSeconds(hour * 1800L)));
        return Combinators.combine(sightings, checkout.list().ofMaxSize(4)).as(Events::new);
    }

    private static List<Sighting> numbered(List<Sighting> sightings) {
        List<Sighting> numbered = new ArrayList<>();
        for (Sighting s : sightings) {
            UUID id = Day.capture(numbered.size());
            numbered.add(new Sighting(
                    id, s.zone(), s.rules(), s.plate(), Set.of(), s.place(), s.capturedAt(), s.direction(), s.flags()));
        }
        return numbered;
    }

    private static <T> List<T> repeated(List<T> events, Random random) {
        List<T> repeated = new ArrayList<>(events);
        events.stream().filter(e -> random.nextBoolean()).forEach(repeated::add);
        Collections.shuffle(repeated, random);
        return repeated;
    }

    record Events(List<Sighting> sightings, List<Checkout> checkouts) {
        List<Stay> stays() {
            return AutomaticZone.stays(sightings, checkouts, NOON);
        }

        List<Charge> charges() {
            return stays().stream()
                    .map(s -> Charge.of(s, Tariff.ORIGINAL))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
