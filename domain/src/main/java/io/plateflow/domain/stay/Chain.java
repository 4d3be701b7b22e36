package io.plateflow.domain.stay;

import static java.util.Comparator.comparing;

import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Sightings that count once: of one plate in one direction, each no later than {@code mergeWithin} after the one before.
 *
 * @param seen earliest first; the first stands for all, the others are evidence and nothing else
 */
record Chain(List<Sighting> seen) {
    /** That of the first of each. */
    static final Comparator<Chain> ORDER = comparing(Chain::first, Sighting.ORDER);

    /** The chains of one zone, each sighting in one of them, ordered by the first of each. */
    static List<Chain> of(Collection<Sighting> sightings) {
        List<List<Sighting>> chains = new ArrayList<>();
        sightings.stream()
                .distinct()
                .sorted(comparing(Sighting::plate)
                        .thenComparing(Sighting::direction)
                        .thenComparing(Sighting.ORDER))
                .forEach(next -> {
                    List<Sighting> last = chains.isEmpty() ? List.of() : chains.get(chains.size() - 1);
                    if (last.isEmpty() || !merge(last.get(last.size() - 1), next)) {
                        chains.add(new ArrayList<>());
                    }
                    chains.get(chains.size() - 1).add(next);
                });
        return chains.stream().map(Chain::new).sorted(ORDER).toList();
    }

    Sighting first() {
        return seen.get(0);
    }

    UUID id() {
        return first().captureId();
    }

    Instant at() {
        return first().capturedAt();
    }

    Plate plate() {
        return first().plate();
    }

    boolean goes(Direction direction) {
        return first().direction() == direction;
    }

    boolean isBefore(Chain other) {
        return ORDER.compare(this, other) < 0;
    }

    private static boolean merge(Sighting earlier, Sighting later) {
        return earlier.plate().equals(later.plate())
                && earlier.direction() == later.direction()
                && earlier.rules().mode() != Mode.AUTOMATIC
                && !later.capturedAt()
                        .isAfter(earlier.capturedAt().plus(earlier.rules().mergeWithin()));
    }
}
