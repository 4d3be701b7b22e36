package io.plateflow.domain.oracle;

import static java.util.Objects.requireNonNull;

import io.plateflow.domain.place.Mode;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.stay.Stay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sightings and decisions of one zone, and simple questions about them, each answered by looking through all. */
final class ZoneHistory {
    final List<Sighting> sightings;
    final List<Decision> decisions;

    ZoneHistory(List<Sighting> sightings, List<Decision> decisions) {
        this.sightings = sightings.stream()
                .sorted((a, b) -> isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0)
                .toList();
        this.decisions = decisions;
    }

    List<Stay> stays(Instant now) {
        return new Boxes(this)
                .fill().stream().map(box -> new Verdict(this, box).stay(now)).toList();
    }

    /** Time, then exits last, then id. */
    static boolean isBefore(Sighting a, Sighting b) {
        if (!a.capturedAt().equals(b.capturedAt())) {
            return a.capturedAt().isBefore(b.capturedAt());
        }
        boolean aLeaves = a.direction() == Direction.EXIT;
        boolean bLeaves = b.direction() == Direction.EXIT;
        return aLeaves == bLeaves ? a.captureId().compareTo(b.captureId()) < 0 : bLeaves;
    }

    /** The sighting that stands for {@code seen}: the one before it of the same plate and direction, if close enough. */
    Sighting leader(Sighting seen) {
        Sighting before = null;
        for (Sighting other : sightings) {
            if (other.plate().equals(seen.plate()) && other.direction() == seen.direction() && isBefore(other, seen)) {
                before = other;
            }
        }
        if (before == null
                || before.rules().mode() == Mode.AUTOMATIC
                || before.capturedAt().plus(before.rules().mergeWithin()).isBefore(seen.capturedAt())) {
            return seen;
        }
        return leader(before);
    }

    List<Sighting> leaders() {
        return sightings.stream().filter(s -> leader(s).equals(s)).toList();
    }

    List<Sighting> ledBy(List<Sighting> leaders) {
        return sightings.stream().filter(s -> leaders.contains(leader(s))).toList();
    }

    @Nullable
    Sighting sighting(UUID captureId) {
        return sightings.stream()
                .filter(s -> s.captureId().equals(captureId))
                .findFirst()
                .orElse(null);
    }

    /** Those that no later one of the same capture replaces. */
    List<Decision.Resolution> resolutions() {
        List<Decision.Resolution> all = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Joined join
                    && (sighting(join.captureId()) == null || sighting(join.joinCaptureId()) == null)) {
                continue;
            }
            if (decision instanceof Decision.Resolution resolution) {
                all.add(resolution);
            }
        }
        return all.stream()
                .filter(r -> all.stream().noneMatch(o -> o.captureId().equals(r.captureId()) && isLater(o, r)))
                .toList();
    }

    static boolean isLater(Decision.Resolution a, Decision.Resolution b) {
        int byTime = a.decidedAt().compareTo(b.decidedAt());
        return byTime > 0 || (byTime == 0 && a.requestId().compareTo(b.requestId()) > 0);
    }

    List<Decision.Joined> joins() {
        return resolutions().stream()
                .flatMap(r -> r instanceof Decision.Joined j ? Stream.of(j) : Stream.empty())
                .toList();
    }

    /** The leaders that joins connect with {@code leader}, over any number of steps. */
    Set<Sighting> tiedTo(Sighting leader) {
        Set<Sighting> tied = new HashSet<>(Set.of(leader));
        int size = 0;
        while (size < tied.size()) {
            size = tied.size();
            for (Decision.Joined join : joins()) {
                Sighting a = leader(requireNonNull(sighting(join.captureId())));
                Sighting b = leader(requireNonNull(sighting(join.joinCaptureId())));
                if (tied.contains(a) || tied.contains(b)) {
                    tied.addAll(List.of(a, b));
                }
            }
        }
        tied.remove(leader);
        return tied;
    }
}
