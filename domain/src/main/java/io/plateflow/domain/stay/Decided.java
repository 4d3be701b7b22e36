package io.plateflow.domain.stay;

import static java.util.Comparator.comparing;

import io.plateflow.domain.stay.Decision.Joined;
import io.plateflow.domain.stay.Decision.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * What people decided about the captures of one zone.
 *
 * <p>Of several resolutions that name one capture the latest counts. A join has no effect until both captures are known;
 * it says as much of one as of the other.
 */
final class Decided {
    /** The later of two resolutions is the greater. */
    static final Comparator<Resolution> LATER = comparing(Resolution::decidedAt).thenComparing(Decision::requestId);

    private final Map<UUID, Sighting> known = new HashMap<>();
    private final Map<UUID, List<Decision>> others = new HashMap<>();
    private final Map<UUID, List<Resolution>> resolutions = new HashMap<>();
    private final List<Joined> joins = new ArrayList<>();

    Decided(Collection<Sighting> sightings, Collection<? extends Decision> decisions) {
        sightings.forEach(s -> known.put(s.captureId(), s));
        Map<UUID, Resolution> latest = new HashMap<>();
        for (Decision decision : decisions) {
            if (!(decision instanceof Resolution resolution)) {
                others.computeIfAbsent(decision.captureId(), id -> new ArrayList<>())
                        .add(decision);
            } else if (isEffective(resolution)) {
                latest.merge(resolution.captureId(), resolution, BinaryOperator.maxBy(LATER));
            }
        }
        latest.forEach((captureId, resolution) -> {
            resolutions.computeIfAbsent(captureId, id -> new ArrayList<>()).add(resolution);
            if (resolution instanceof Joined join) {
                resolutions
                        .computeIfAbsent(join.joinCaptureId(), id -> new ArrayList<>())
                        .add(join);
                joins.add(join);
            }
        });
    }

    /** The joins that count, in no order. */
    List<Joined> joins() {
        return joins;
    }

    /** The resolution of {@code seen} that was decided last. */
    Optional<Resolution> resolution(Sighting seen) {
        return resolutions.getOrDefault(seen.captureId(), List.of()).stream().max(LATER);
    }

    /** The earliest checkout that names {@code seen}; it never ends a stay before the sighting it names. */
    Optional<Instant> checkout(Sighting seen) {
        return about(seen)
                .flatMap(d -> d instanceof Decision.Checkout c
                        ? Stream.of(notBefore(seen.captureId(), c.at()))
                        : Stream.empty())
                .min(Comparator.naturalOrder());
    }

    /** All but resolutions. */
    Stream<Decision> about(Sighting seen) {
        return others.getOrDefault(seen.captureId(), List.of()).stream();
    }

    Sighting sighting(UUID captureId) {
        return Objects.requireNonNull(known.get(captureId));
    }

    /** {@code time}, but not before the capture. */
    Instant notBefore(UUID captureId, Instant time) {
        Instant seen = sighting(captureId).capturedAt();
        return time.isBefore(seen) ? seen : time;
    }

    private boolean isEffective(Resolution resolution) {
        return !(resolution instanceof Joined join)
                || (known.containsKey(join.captureId()) && known.containsKey(join.joinCaptureId()));
    }
}
