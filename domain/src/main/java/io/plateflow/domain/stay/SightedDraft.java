package io.plateflow.domain.stay;

import io.plateflow.domain.place.Mode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stay that any sighting opens: it ends at a checkout or an EXIT, and outside automatic zones by silence, at its last
 * sighting. What is dated before or at its end joins it.
 */
final class SightedDraft extends Draft {
    /** In an automatic zone a sighting belongs to an open stay whose first place is no farther than this. */
    static final double SAME_PLACE_METERS = 100;

    private Instant last;
    private @Nullable End exit;

    SightedDraft(Chain opening, Decided decided) {
        super(opening, decided);
        last = opening.at();
    }

    @Override
    boolean takes(Sighting next) {
        boolean lasts = end().isPresent() ? !hasEndedBefore(next) : !isSilentAt(next.capturedAt());
        return lasts && (!isAutomatic() || metersTo(next) <= SAME_PLACE_METERS);
    }

    /** Held first: a join that brings it in may take back the exit that a person had declared. */
    @Override
    void add(Chain next) {
        hold(next);
        if (!hasEndedBefore(next.first())) {
            last = next.at();
        }
        if (next.goes(Direction.EXIT) && exit == null) {
            exit = new End(next.at(), Stay.ClosedBy.EXIT);
        }
    }

    /** A checkout later than the silence that had closed the stay does not count. */
    @Override
    Optional<End> end() {
        Optional<End> declared = declared();
        return declared.isPresent()
                ? declared
                : End.earlier(checkout().filter(c -> !isSilentAt(c.at())), Optional.ofNullable(exit));
    }

    @Override
    Standing uncancelled(Instant now) {
        Optional<End> end = end();
        Instant from = opening().at();
        if (end.isPresent()) {
            boolean declared = end.get().by() == Stay.ClosedBy.DECLARED;
            return Standing.closed(from, end.get(), declared ? Set.of(StayFlag.DECLARED_EXIT) : Set.of());
        }
        Instant deadline = last.plus(rules().closesAfter());
        if (!deadline.isBefore(now)) {
            return new Standing(Stay.State.OPEN, from, end, deadline, Set.of());
        }
        return isAutomatic()
                ? new Standing(Stay.State.OPEN, from, end, null, Set.of(StayFlag.STALE))
                : Standing.closed(
                        from,
                        new End(last, Stay.ClosedBy.SILENCE),
                        held().size() == 1 ? Set.of(StayFlag.SINGLE_SIGHTING) : Set.of());
    }

    private boolean isSilentAt(Instant time) {
        return !isAutomatic() && time.isAfter(last.plus(rules().closesAfter()));
    }

    private boolean isAutomatic() {
        return rules().mode() == Mode.AUTOMATIC;
    }
}
