package io.plateflow.domain.oracle;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.stay.Rules;
import io.plateflow.domain.stay.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Small worlds in which things happen at few times, to plates that look alike, so that every rule meets every other. */
public final class Worlds {
    static final Instant NOON = Instant.parse("2026-03-02T15:00:00Z");
    private static final int SIGHTINGS = 8;
    private static final List<Plate> PLATES =
            List.of(new Plate("AC123BD"), new Plate("AC123BO"), new Plate("AC1238D"), new Plate("AB999ZZ"));
    private static final Coordinates HERE = new Coordinates(-34.60, -58.38);

    private Worlds() {}

    /** Of one zone, whose rules may have changed on the way. */
    public static Arbitrary<World> any() {
        Rules gated = rules(Mode.GATED, Duration.ofHours(2), "tiered");
        Rules sightings = rules(Mode.SIGHTINGS, Duration.ofMinutes(60), "original");
        Rules passage = rules(Mode.PASSAGE, Duration.ofHours(2), "tiered");
        return Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.just(List.of(gated))),
                        Tuple.of(3, Arbitraries.just(List.of(sightings))),
                        Tuple.of(1, Arbitraries.just(List.of(passage))),
                        Tuple.of(2, Arbitraries.just(List.of(Rules.AUTOMATIC))),
                        Tuple.of(2, Arbitraries.just(List.of(gated, sightings, passage))),
                        Tuple.of(1, Arbitraries.just(List.of(rules(Mode.SIGHTINGS, Duration.ofHours(1), "unknown")))))
                .flatMap(Worlds::of);
    }

    private static Arbitrary<World> of(List<Rules> rules) {
        String zone = rules.contains(Rules.AUTOMATIC) ? "auto:69y7p" : "zone-1";
        return Combinators.combine(
                        sighting(zone, rules)
                                .list()
                                .ofMinSize(2)
                                .ofMaxSize(SIGHTINGS)
                                .map(Worlds::numbered),
                        corrections(),
                        decision().list().ofMaxSize(5).map(Worlds::requested),
                        Prices.tariffs(NOON),
                        Prices.vehicles(PLATES, zone, NOON),
                        Arbitraries.of(0, 90, 200, 60 * 24 * 8))
                .as((seen, corrections, decisions, tariffs, vehicles, minutes) -> new World(
                        new Facts(seen, corrections, decisions, tariffs, vehicles),
                        NOON.plus(Duration.ofMinutes(120L + minutes))));
    }

    private static Rules rules(Mode mode, Duration closesAfter, String tariff) {
        return new Rules(mode, closesAfter, Duration.ofMinutes(1), Duration.ofHours(3), false, tariff);
    }

    private static Arbitrary<Sighting> sighting(String zone, List<Rules> rules) {
        return Combinators.combine(
                        Arbitraries.of(rules),
                        Arbitraries.of(PLATES),
                        Arbitraries.of(Set.<Plate>of(), Set.<Plate>of(), Set.of(PLATES.get(0)), Set.of(PLATES.get(3))),
                        Arbitraries.of(0.0, 0.0, 0.0008, 0.0015), // degrees: 0, 89 and 167 m
                        time(),
                        Arbitraries.of(
                                Direction.ENTRY, Direction.ENTRY, Direction.EXIT, Direction.EXIT, Direction.PASS),
                        Arbitraries.of(Set.<String>of(), Set.<String>of(), Set.of("TIME_ASSUMED")))
                .as((own, plate, candidates, north, at, direction, flags) -> new Sighting(
                        capture(0),
                        zone,
                        own,
                        plate,
                        candidates,
                        new Coordinates(HERE.latitude() + north, HERE.longitude()),
                        at,
                        direction,
                        flags));
    }

    /** Half hours, and some of them half a minute later: that counts once. */
    private static Arbitrary<Instant> time() {
        return Combinators.combine(Arbitraries.integers().between(-2, 8), Arbitraries.of(0, 0, 30))
                .as((halfHours, seconds) -> NOON.plusSeconds(halfHours * 1800L + seconds));
    }

    /** Numbered as they are listed. */
    private static Arbitrary<List<Facts.Correction>> corrections() {
        Arbitrary<IntFunction<Facts.Correction>> correction = Combinators.combine(
                        captures(), Arbitraries.of(PLATES).injectNull(0.1))
                .as((id, plate) -> n -> new Facts.Correction(id, n, plate, Set.of()));
        return correction
                .list()
                .ofMaxSize(3)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(n -> list.get(n).apply(n + 1))
                        .toList());
    }

    /** Waits for the id of its request. */
    private static Arbitrary<Function<UUID, Decision>> decision() {
        return Combinators.combine(
                        Arbitraries.of(
                                "out", "out", "left", "left", "came", "join", "join", "cancel", "waive", "raise",
                                "settle"),
                        captures(),
                        captures(),
                        time(),
                        time())
                .as((what, id, other, at, said) -> request -> switch (what) {
                    case "out" -> new Decision.Checkout(request, id, at);
                    case "left" -> new Decision.ExitDeclared(request, id, at, said);
                    case "came" -> new Decision.EntryDeclared(request, id, at, said);
                    case "join" -> new Decision.Joined(request, id, other, said);
                    case "cancel" -> new Decision.Cancelled(request, id, said);
                    case "waive" -> new Decision.Waived(request, id, said);
                    case "raise" -> new Decision.Disputed(request, id, said);
                    default -> new Decision.DisputeSettled(request, id, said, at.isAfter(NOON));
                });
    }

    private static Arbitrary<UUID> captures() {
        return Arbitraries.integers().between(0, SIGHTINGS - 2).map(Worlds::capture);
    }

    private static UUID capture(int n) {
        return new UUID(0, n);
    }

    private static List<Sighting> numbered(List<Sighting> sightings) {
        List<Sighting> numbered = new ArrayList<>();
        for (Sighting s : sightings) {
            numbered.add(new Sighting(
                    capture(numbered.size()),
                    s.zone(),
                    s.rules(),
                    s.plate(),
                    s.candidates(),
                    s.place(),
                    s.capturedAt(),
                    s.direction(),
                    s.flags()));
        }
        return numbered;
    }

    private static List<Decision> requested(List<Function<UUID, Decision>> decisions) {
        return IntStream.range(0, decisions.size())
                .mapToObj(n -> decisions.get(n).apply(new UUID(1, n)))
                .toList();
    }
}
