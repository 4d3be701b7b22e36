package io.plateflow.billing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Charge;
import io.plateflow.domain.stay.Decision.Checkout;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.stay.Rules;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.stay.Stays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Told one by one, in any order and again and again, the flow charges what the domain says of the whole set. */
class EquivalenceTest {
    private static final List<Plate> PLATES = List.of(new Plate("AC123BD"), new Plate("AC1238D"), new Plate("AB999ZZ"));

    @Property(tries = 300)
    void anyOrderAndRepetitionEndInTheChargesOfTheSet(@ForAll("days") Day day, @ForAll Random random) {
        List<Object> told = new ArrayList<>(day.reads());
        told.addAll(day.checkouts());
        new ArrayList<>(told).stream().filter(e -> random.nextInt(3) == 0).forEach(told::add);
        Collections.shuffle(told, random);

        try (Bench bench = new Bench()) {
            List<ChargeEvent> said = bench.tell(told.toArray()).charges();
            assertThat(Bench.inForce(said)).isEqualTo(day.charges());
        }
    }

    @Provide
    Arbitrary<Day> days() {
        Arbitrary<PlateRead> read = Combinators.combine(
                        Arbitraries.of(PLATES),
                        Arbitraries.integers().between(10, 16),
                        Arbitraries.of(Direction.class),
                        Arbitraries.of(0.0, 0.0008, 0.0015), // degrees: 0, 89 and 167 m
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(false, false, false, true))
                .as((plate, hour, direction, north, attempt, review) -> Ends.read(
                        Ends.capture(0),
                        attempt,
                        plate,
                        Ends.at(hour + ":00"),
                        direction,
                        new Coordinates(Ends.HERE.latitude() + north, Ends.HERE.longitude()),
                        review));
        Arbitrary<StayCheckedOut> checkout = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(10, 18))
                .as((captured, hour) -> Ends.checkout(captured, hour + ":30"));
        return Combinators.combine(read.list().ofMaxSize(9), checkout.list().ofMaxSize(4))
                .as((reads, checkouts) -> new Day(numbered(reads), checkouts));
    }

    /** Seven captures; one that comes again is a second attempt, which may read another plate. */
    private static List<PlateRead> numbered(List<PlateRead> reads) {
        List<PlateRead> numbered = new ArrayList<>();
        for (int i = 0; i < reads.size(); i++) {
            PlateRead read = reads.get(i);
            int attempt = i < 7 ? 1 : 2;
            numbered.add(Ends.read(
                    Ends.capture(i % 7),
                    attempt,
                    read.plate().text(),
                    read.capture().capturedAt(),
                    requireNonNull(read.capture().direction()),
                    read.capture().place(),
                    read.needsReview()));
        }
        return numbered;
    }

    record Day(List<PlateRead> reads, List<StayCheckedOut> checkouts) {

        /** The domain's word on the set, plate by plate; the highest attempt is the end of its capture. */
        Set<Charge> charges() {
            List<Sighting> sightings = reads.stream()
                    .collect(
                            Collectors.toMap(PlateRead::captureId, r -> r, (a, b) -> a.attempt() > b.attempt() ? a : b))
                    .values()
                    .stream()
                    .filter(PlateRead::rated)
                    .map(r -> new Sighting(
                            r.captureId(),
                            Ends.ZONE,
                            Rules.AUTOMATIC,
                            r.plate().text(),
                            Set.of(),
                            r.capture().place(),
                            r.capture().capturedAt(),
                            requireNonNull(r.capture().direction()),
                            Set.of()))
                    .toList();
            List<Checkout> all = checkouts.stream()
                    .map(c -> new Checkout(c.requestId(), c.captureId(), c.at()))
                    .toList();
            return PLATES.stream()
                    .flatMap(plate ->
                            Stays.of(
                                    sightings.stream()
                                            .filter(s -> s.plate().equals(plate))
                                            .toList(),
                                    all,
                                    Bench.START)
                                    .stream())
                    .map(stay -> Charge.of(stay, List.of(), List.of()))
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
        }
    }
}
