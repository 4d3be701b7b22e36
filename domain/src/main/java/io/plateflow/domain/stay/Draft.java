package io.plateflow.domain.stay;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision.Cancelled;
import io.plateflow.domain.stay.Decision.ExitDeclared;
import io.plateflow.domain.stay.Decision.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stay in the making: the chains it holds, and what was decided about them. One kind for each mode. */
abstract sealed class Draft permits SightedDraft, GatedDraft, PassageDraft, LoneExitDraft {
    private final Decided decided;
    private final Chain opening;
    private final List<Chain> held = new ArrayList<>();
    private boolean tied;
    private @Nullable Instant checkout;
    private @Nullable Resolution resolution;

    Draft(Chain opening, Decided decided) {
        this.opening = opening;
        this.decided = decided;
        hold(opening);
    }

    /** Whether the stay holds {@code next}, seen after all that it holds, on its own account. */
    abstract boolean takes(Sighting next);

    /** Adds a chain that the stay takes. */
    abstract void add(Chain next);

    /** Adds a chain that a person tied to one that the stay holds. */
    void attach(Chain next) {
        tied = true;
        add(next);
    }

    /** What ended it so far. */
    abstract Optional<End> end();

    /** How it stands at {@code now}, unless a person cancelled it. */
    abstract Standing uncancelled(Instant now);

    /** How it stands at {@code now}. */
    final Standing standing(Instant now) {
        return isCancelled()
                ? new Standing(Stay.State.CANCELLED, opening.at(), end(), null, Set.of())
                : uncancelled(now);
    }

    /** Whether later sightings of its plate are offered to it. */
    boolean isFoundByPlate() {
        return true;
    }

    /** Told of an ENTRY of its plate that it did not take. */
    void entersAgain(Chain entry) {}

    final void hold(Chain chain) {
        held.add(chain);
        for (Sighting seen : chain.seen()) {
            checkout = Stream.concat(Stream.ofNullable(checkout), decided.checkout(seen).stream())
                    .min(naturalOrder())
                    .orElse(null);
            resolution = Stream.concat(Stream.ofNullable(resolution), decided.resolution(seen).stream())
                    .max(Decided.LATER)
                    .orElse(null);
        }
    }

    final Chain opening() {
        return opening;
    }

    final List<Chain> held() {
        return held;
    }

    final Rules rules() {
        return opening.first().rules();
    }

    final Optional<Resolution> resolution() {
        return Optional.ofNullable(resolution);
    }

    final boolean isCancelled() {
        return resolution instanceof Cancelled;
    }

    final Stream<StayFlag> flags() {
        return tied ? Stream.of(StayFlag.JOINED) : Stream.empty();
    }

    final double metersTo(Sighting other) {
        return opening.first().place().metersTo(other.place());
    }

    /** All that was decided about its captures, resolutions aside. */
    final List<Decision> decisions() {
        return seen().flatMap(decided::about).toList();
    }

    final boolean hasEndedBefore(Sighting seen) {
        return end().filter(end -> end.at().isBefore(seen.capturedAt())).isPresent();
    }

    final Optional<End> checkout() {
        return Optional.ofNullable(checkout).map(at -> new End(at, Stay.ClosedBy.CHECKOUT));
    }

    final Optional<End> declared() {
        return resolution instanceof ExitDeclared exit
                ? Optional.of(new End(decided.notBefore(exit.captureId(), exit.exitAt()), Stay.ClosedBy.DECLARED))
                : Optional.empty();
    }

    /** That of the opening, unless a person joined captures: then the one that the last join names. */
    final Plate plate() {
        Set<UUID> captures = seen().map(Sighting::captureId).collect(toSet());
        return decided.joins().stream()
                .filter(j -> captures.contains(j.captureId()) && captures.contains(j.joinCaptureId()))
                .max(Decided.LATER)
                .map(join -> decided.sighting(join.joinCaptureId()).plate())
                .orElse(opening.plate());
    }

    /** All its captures. */
    final Stream<Sighting> seen() {
        return held.stream().flatMap(chain -> chain.seen().stream());
    }

    /** The last sighting until it ended. */
    final Instant lastSeen() {
        Optional<End> end = end();
        return held.stream()
                .map(Chain::at)
                .filter(at -> end.isEmpty() || !at.isAfter(end.get().at()))
                .max(naturalOrder())
                .orElse(opening.at());
    }
}
