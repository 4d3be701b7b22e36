package io.plateflow.domain.oracle;

import io.plateflow.domain.place.Mode;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.stay.Stay.ClosedBy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ended some sightings of one stay, in order of time, worked out from nothing but them. */
record Ending(Instant at, ClosedBy by) {

    /** @param misread an EXIT of another plate that was found to close them */
    static @Nullable Ending of(ZoneHistory history, List<Sighting> seen, @Nullable Sighting misread) {
        Mode mode = seen.get(0).rules().mode();
        if (mode == Mode.PASSAGE) {
            return new Ending(seen.get(0).capturedAt(), ClosedBy.PASS);
        }
        if (seen.get(0).direction() == Direction.EXIT) {
            return new Ending(seen.get(0).capturedAt(), ClosedBy.EXIT);
        }
        if (lastResolution(history, seen) instanceof Decision.ExitDeclared declared) {
            return new Ending(notBefore(history, declared, declared.exitAt()), ClosedBy.DECLARED);
        }
        return undeclared(history, seen, misread);
    }

    private static @Nullable Ending undeclared(ZoneHistory history, List<Sighting> seen, @Nullable Sighting misread) {
        Mode mode = seen.get(0).rules().mode();
        Ending checkout = checkout(history, seen);
        if (mode == Mode.SIGHTINGS && checkout != null && isSilent(seen, last(history, seen), checkout.at())) {
            checkout = null;
        }
        Sighting exit = mode == Mode.GATED ? gatedExit(history, seen, misread) : firstExit(seen);
        if (exit == null || (checkout != null && !exit.capturedAt().isBefore(checkout.at()))) {
            return checkout;
        }
        return new Ending(exit.capturedAt(), ClosedBy.EXIT);
    }

    static Decision.@Nullable Resolution lastResolution(ZoneHistory history, List<Sighting> seen) {
        Decision.Resolution last = null;
        for (Decision.Resolution resolution : history.resolutions()) {
            for (Sighting held : history.ledBy(seen)) {
                boolean about = held.captureId().equals(resolution.captureId())
                        || (resolution instanceof Decision.Joined j
                                && held.captureId().equals(j.joinCaptureId()));
                if (about && (last == null || ZoneHistory.isLater(resolution, last))) {
                    last = resolution;
                }
            }
        }
        return last;
    }

    /** When silence began: at the last sighting that came before an end; a declared one counts unless it was taken back. */
    static Instant last(ZoneHistory history, List<Sighting> seen) {
        int n = seen.size();
        Sighting latest = seen.get(n - 1);
        if (n == 1) {
            return latest.capturedAt();
        }
        List<Sighting> earlier = seen.subList(0, n - 1);
        boolean stands = lastResolution(history, seen) instanceof Decision.ExitDeclared;
        Ending before = stands ? of(history, earlier, null) : undeclared(history, earlier, null);
        boolean after = before != null && before.at().isBefore(latest.capturedAt());
        return after ? last(history, earlier) : latest.capturedAt();
    }

    static boolean isSilent(List<Sighting> seen, Instant last, Instant at) {
        return last.plus(seen.get(0).rules().closesAfter()).isBefore(at);
    }

    private static @Nullable Ending checkout(ZoneHistory history, List<Sighting> seen) {
        Instant earliest = null;
        for (Decision decision : history.decisions) {
            if (decision instanceof Decision.Checkout checkout
                    && history.ledBy(seen).stream().anyMatch(s -> s.captureId().equals(checkout.captureId()))) {
                Instant at = notBefore(history, checkout, checkout.at());
                earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
            }
        }
        return earliest == null ? null : new Ending(earliest, ClosedBy.CHECKOUT);
    }

    private static Instant notBefore(ZoneHistory history, Decision decision, Instant at) {
        Sighting named = history.sighting(decision.captureId());
        return named != null && at.isBefore(named.capturedAt()) ? named.capturedAt() : at;
    }

    /** The EXIT that was found for them, else the one that a person tied to one of them, else the first by photo. */
    private static @Nullable Sighting gatedExit(ZoneHistory history, List<Sighting> seen, @Nullable Sighting misread) {
        if (misread != null) {
            return misread;
        }
        for (Sighting held : seen) {
            for (Sighting leaving : history.leaders()) {
                if (leaving.direction() == Direction.EXIT
                        && ZoneHistory.isBefore(held, leaving)
                        && history.tiedTo(held).contains(leaving)) {
                    return leaving;
                }
            }
        }
        return firstExit(seen);
    }

    private static @Nullable Sighting firstExit(List<Sighting> seen) {
        return seen.stream()
                .filter(s -> s.direction() == Direction.EXIT)
                .findFirst()
                .orElse(null);
    }
}
