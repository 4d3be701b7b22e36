package io.plateflow.domain.stay;

import io.plateflow.domain.stay.Decision.EntryDeclared;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An EXIT from a gated zone that found nothing to close: a person may say when the vehicle came in; nobody else does. */
final class LoneExitDraft extends Draft {
    private boolean ambiguous;

    LoneExitDraft(Chain opening, Decided decided) {
        super(opening, decided);
    }

    @Override
    boolean takes(Sighting next) {
        return false;
    }

    @Override
    boolean isFoundByPlate() {
        return false;
    }

    @Override
    void add(Chain next) {
        hold(next);
    }

    @Override
    Optional<End> end() {
        return Optional.of(new End(opening().at(), Stay.ClosedBy.EXIT));
    }

    /** Whether a person has said how to understand it, so that no stay is sought for it. */
    boolean isSettled() {
        return isCancelled() || resolution().orElse(null) instanceof EntryDeclared;
    }

    void leftOneOfSeveral() {
        ambiguous = true;
    }

    @Override
    Standing uncancelled(Instant now) {
        End end = end().orElseThrow();
        if (resolution().orElse(null) instanceof EntryDeclared entry) {
            Instant from = entry.entryAt().isBefore(end.at()) ? entry.entryAt() : end.at();
            return Standing.closed(from, end, Set.of(StayFlag.DECLARED_ENTRY));
        }
        StayFlag why = ambiguous ? StayFlag.AMBIGUOUS_EXIT : StayFlag.MISSING_ENTRY;
        return new Standing(Stay.State.NEEDS_REVIEW, end.at(), Optional.of(end), null, Set.of(why));
    }
}
