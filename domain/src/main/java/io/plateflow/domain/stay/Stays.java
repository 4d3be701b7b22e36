package io.plateflow.domain.stay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plateflow.domain.Uuids;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sightings and decisions in, stays out: a pure function of the set, whatever its order and repetitions.
 *
 * <p>Sightings that count once become {@link Chain chains}; {@link Walk} gives them to stays by their exact plate, then
 * {@link LoneExits} matches EXITs whose plate was misread.
 */
public final class Stays {
    private Stays() {}

    /**
     * The stays as they stand at {@code now}, zone by zone, earliest first.
     *
     * <p>A sighting is given once, as it is now believed; plates that may be each other's misreading, and captures that a
     * person joined, are given together. Plates that have nothing to do with each other may be, and do not change the
     * result.
     */
    public static List<Stay> of(Collection<Sighting> sightings, Collection<? extends Decision> decisions, Instant now) {
        return sightings.stream()
                .distinct()
                .collect(groupingBy(Sighting::zone, TreeMap::new, toList()))
                .values()
                .stream()
                .flatMap(inZone -> inZone(inZone, decisions).stream().map(draft -> stay(draft, now)))
                .toList();
    }

    private static List<Draft> inZone(List<Sighting> sightings, Collection<? extends Decision> decisions) {
        List<Chain> chains = Chain.of(sightings);
        Decided decided = new Decided(sightings, decisions);
        return LoneExits.matched(new Walk(decided, new Ties(chains, decided.joins())).over(chains));
    }

    private static Stay stay(Draft draft, Instant now) {
        Sighting first = draft.opening().first();
        Standing standing = draft.standing(now);
        Objections objections = Objections.of(draft.decisions());
        return new Stay(
                Uuids.v5("stay", first.zone(), first.captureId().toString()),
                first.zone(),
                first.rules(),
                draft.plate(),
                first.place(),
                standing.from(),
                standing.end().map(End::at).orElse(null),
                standing.end().map(End::by).orElse(null),
                standing.state(),
                draft.seen().sorted(Sighting.ORDER).map(Sighting::captureId).toList(),
                draft.lastSeen(),
                Stream.of(
                                draft.seen().flatMap(s -> s.flags().stream()),
                                standing.flags().stream().map(Enum::name),
                                draft.flags().map(Enum::name),
                                objections.flags().map(Enum::name))
                        .flatMap(flags -> flags)
                        .collect(toUnmodifiableSet()),
                standing.deadline(),
                objections.waived());
    }
}
