package io.plateflow.domain.stay;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A pass under a gantry: it ends as it begins. */
final class PassageDraft extends Draft {

    PassageDraft(Chain opening, Decided decided) {
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
        return Optional.of(new End(opening().at(), Stay.ClosedBy.PASS));
    }

    @Override
    Standing uncancelled(Instant now) {
        return Standing.closed(opening().at(), end().orElseThrow(), Set.of());
    }
}
