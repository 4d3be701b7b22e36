package io.plateflow.domain.oracle;

import static java.util.Objects.requireNonNull;

import io.plateflow.domain.Uuids;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Decision.DisputeSettled;
import io.plateflow.domain.stay.Decision.Disputed;
import io.plateflow.domain.stay.Decision.Waived;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.stay.Stay;
import io.plateflow.domain.stay.Stay.ClosedBy;
import io.plateflow.domain.stay.Stay.State;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be said of a box. */
final class Verdict {
    private final ZoneHistory history;
    private final Box box;
    private final List<Sighting> all;
    private final Set<String> flags = new HashSet<>();
    private State state = State.OPEN;
    private Instant from;
    private @Nullable Ending end;
    private @Nullable Instant deadline;

    Verdict(ZoneHistory history, Box box) {
        this.history = history;
        this.box = box;
        all = history.ledBy(box.seen);
        from = box.first().capturedAt();
        end = Ending.of(history, box.seen, box.misreadExit);
    }

    Stay stay(Instant now) {
        Decision.Resolution said = Ending.lastResolution(history, box.seen);
        all.forEach(s -> flags.addAll(s.flags()));
        flag(box.joined, "JOINED");
        if (said instanceof Decision.Cancelled) {
            state = State.CANCELLED;
        } else if (box.loneExit) {
            lone(said);
        } else if (end != null) {
            state = State.CLOSED;
            flag(end.by() == ClosedBy.DECLARED, "DECLARED_EXIT");
            flag(box.misreadExit != null, "CONFUSABLE");
        } else {
            silent(now);
        }
        boolean waived = objections();
        Sighting first = box.first();
        return new Stay(
                Uuids.v5("stay", first.zone(), first.captureId().toString()),
                first.zone(),
                first.rules(),
                plate(history, box),
                first.place(),
                from,
                end == null ? null : end.at(),
                end == null ? null : end.by(),
                state,
                all.stream().map(Sighting::captureId).toList(),
                lastSeen(),
                flags,
                deadline,
                waived);
    }

    /** The plate of the sighting that the last join of the box names. */
    static Plate plate(ZoneHistory history, Box box) {
        Set<UUID> ids = new HashSet<>();
        history.ledBy(box.seen).forEach(s -> ids.add(s.captureId()));
        Decision.Joined last = null;
        for (Decision.Joined join : history.joins()) {
            if (ids.contains(join.captureId())
                    && ids.contains(join.joinCaptureId())
                    && (last == null || ZoneHistory.isLater(join, last))) {
                last = join;
            }
        }
        return last == null
                ? box.first().plate()
                : requireNonNull(history.sighting(last.joinCaptureId())).plate();
    }

    private void lone(Decision.@Nullable Resolution said) {
        if (said instanceof Decision.EntryDeclared declared) {
            state = State.CLOSED;
            from = declared.entryAt().isBefore(from) ? declared.entryAt() : from;
            flags.add("DECLARED_ENTRY");
        } else {
            state = State.NEEDS_REVIEW;
            flags.add(box.ambiguous ? "AMBIGUOUS_EXIT" : "MISSING_ENTRY");
        }
    }

    private void silent(Instant now) {
        Mode mode = box.first().rules().mode();
        Instant last = mode == Mode.GATED ? lastSeen() : Ending.last(history, box.seen);
        boolean silent = Ending.isSilent(box.seen, last, now);
        if (mode == Mode.GATED && (silent || box.nextEntry != null)) {
            state = State.NEEDS_REVIEW;
            flags.add("MISSING_EXIT");
        } else if (mode == Mode.SIGHTINGS && silent) {
            state = State.CLOSED;
            end = new Ending(last, ClosedBy.SILENCE);
            flag(box.seen.size() == 1, "SINGLE_SIGHTING");
        } else if (silent) {
            flags.add("STALE");
        } else {
            deadline = last.plus(box.first().rules().closesAfter());
        }
    }

    private boolean objections() {
        Instant contested = Instant.MIN;
        Instant settled = Instant.MIN;
        boolean waived = false;
        for (Decision decision : history.decisions) {
            if (all.stream().noneMatch(s -> s.captureId().equals(decision.captureId()))) {
                continue;
            }
            if (decision instanceof Disputed d && d.decidedAt().isAfter(contested)) {
                contested = d.decidedAt();
            } else if (decision instanceof DisputeSettled s) {
                settled = s.decidedAt().isAfter(settled) ? s.decidedAt() : settled;
                waived |= s.voided();
            } else if (decision instanceof Waived) {
                waived = true;
            }
        }
        flag(contested.isAfter(Instant.MIN) && !settled.isAfter(contested), "DISPUTED");
        flag(waived, "VOIDED");
        return waived;
    }

    private Instant lastSeen() {
        Instant last = box.first().capturedAt();
        for (Sighting seen : box.seen) {
            boolean counts = end == null || !seen.capturedAt().isAfter(end.at());
            last = counts && seen.capturedAt().isAfter(last) ? seen.capturedAt() : last;
        }
        return last;
    }

    private void flag(boolean holds, String flag) {
        if (holds) {
            flags.add(flag);
        }
    }
}
