package io.plateflow.domain.stay;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plateflow.domain.Uuids;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.stay.Decision.Checkout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The stays of a zone that nobody configured: open until a checkout or an EXIT, never ended by silence.
 *
 * <p>A pure function of the set: neither the order of arrival nor repetition changes a stay.
 */
public final class AutomaticZone {
    /** A sighting belongs to an open stay whose first place is no farther than this. */
    public static final double SAME_PLACE_METERS = 100;

    private AutomaticZone() {}

    /**
     * The stays of one plate in one zone, earliest first.
     *
     * <p>A checkout whose capture is in no stay has no effect, so it may come before its capture; of several the
     * earliest wins. An EXIT that finds nothing open makes no stay.
     *
     * @throws IllegalArgumentException when the sightings are not all of one plate in one zone
     */
    public static List<Stay> stays(Collection<Sighting> sightings, Collection<Checkout> checkouts, Instant now) {
        if (sightings.stream().map(s -> s.zone() + s.plate()).distinct().count() > 1) {
            throw new IllegalArgumentException("stays are worked out for one plate in one zone");
        }
        Map<UUID, Instant> checkedOutAt =
                checkouts.stream().collect(toMap(Checkout::captureId, Checkout::at, (a, b) -> a.isBefore(b) ? a : b));
        List<Draft> drafts = new ArrayList<>();
        for (Sighting seen :
                sightings.stream().distinct().sorted(Sighting.ORDER).toList()) {
            Optional<Draft> joined = drafts.stream()
                    .filter(d -> d.isOpenAt(seen.capturedAt()) && d.metersTo(seen) <= SAME_PLACE_METERS)
                    .min(Comparator.comparingDouble(d -> d.metersTo(seen)));
            boolean leaves = seen.direction() == Direction.EXIT;
            if (joined.isEmpty() && leaves) {
                continue;
            }
            Draft draft = joined.orElseGet(() -> {
                Draft opened = new Draft(seen);
                drafts.add(opened);
                return opened;
            });
            draft.add(seen, Optional.ofNullable(checkedOutAt.get(seen.captureId())));
        }
        return drafts.stream().map(d -> d.stay(now)).toList();
    }

    /** A stay in the making; its end only ever moves earlier, and never before its last sighting. */
    private static final class Draft {
        private final Sighting first;
        private final List<Sighting> seen = new ArrayList<>();
        private Optional<End> end = Optional.empty();

        Draft(Sighting first) {
            this.first = first;
        }

        boolean isOpenAt(Instant time) {
            return end.isEmpty() || !time.isAfter(end.get().at());
        }

        double metersTo(Sighting other) {
            return first.place().metersTo(other.place());
        }

        void add(Sighting sighting, Optional<Instant> checkedOutAt) {
            seen.add(sighting);
            Instant time = sighting.capturedAt();
            checkedOutAt.ifPresent(at -> endAt(at.isAfter(time) ? at : time, Stay.ClosedBy.CHECKOUT));
            if (sighting.direction() == Direction.EXIT) {
                endAt(time, Stay.ClosedBy.EXIT);
            }
        }

        private void endAt(Instant at, Stay.ClosedBy by) {
            if (end.isEmpty() || at.isBefore(end.get().at())) {
                end = Optional.of(new End(at, by));
            }
        }

        Stay stay(Instant now) {
            Instant lastSeen = seen.get(seen.size() - 1).capturedAt();
            Instant staleAfter = lastSeen.plus(Mode.AUTOMATIC.closesAfter());
            boolean stale = end.isEmpty() && staleAfter.isBefore(now);
            return new Stay(
                    Uuids.v5("stay", first.zone(), first.captureId().toString()),
                    first.zone(),
                    first.rules(),
                    first.plate(),
                    first.place(),
                    first.capturedAt(),
                    end.map(End::at).orElse(null),
                    end.map(End::by).orElse(null),
                    end.isEmpty() ? Stay.State.OPEN : Stay.State.CLOSED,
                    seen.stream().map(Sighting::captureId).toList(),
                    lastSeen,
                    Stream.concat(
                                    stale ? Stream.of(StayFlag.STALE.name()) : Stream.empty(),
                                    seen.stream().flatMap(s -> s.flags().stream()))
                            .collect(toUnmodifiableSet()),
                    end.isPresent() || stale ? null : staleAfter,
                    false);
        }
    }

    private record End(Instant at, Stay.ClosedBy by) {}
}
