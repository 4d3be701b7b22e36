package io.plateflow.domain.stay;

import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stay that an ENTRY opened: the first EXIT of its plate closes it, unless a person said how it ended: then that EXIT is
 * evidence. Silence and a further ENTRY make it doubtful.
 */
final class GatedDraft extends Draft {
    private final Ties ties;
    private @Nullable Chain exit;
    private boolean exitFixed;
    private boolean exitSeen;
    private boolean confusable;
    private @Nullable Chain nextEntry;

    GatedDraft(Chain opening, Decided decided, Ties ties) {
        super(opening, decided);
        this.ties = ties;
        expectTiedExit(opening);
    }

    @Override
    boolean takes(Sighting next) {
        boolean isInside = nextEntry == null && isWithinMaxStay(next);
        return switch (next.direction()) {
            case ENTRY -> false;
            case EXIT -> isInside && !exitSeen;
            case PASS, SIGHTING -> isInside && !hasEndedBefore(next);
        };
    }

    @Override
    void add(Chain next) {
        hold(next);
        expectTiedExit(next);
        if (next.goes(Direction.EXIT)) {
            exitSeen = true;
            exit = exitFixed ? exit : next;
        }
    }

    /** It must have left, unseen. */
    @Override
    void entersAgain(Chain entry) {
        nextEntry = nextEntry == null ? entry : nextEntry;
    }

    /** Whether the vehicle that {@code lone} shows may be this one, still inside and not seen since. */
    boolean mayEndWith(LoneExitDraft lone) {
        Chain leaving = lone.opening();
        return end().isEmpty()
                && !isCancelled()
                && held().stream().allMatch(seen -> seen.isBefore(leaving))
                && (nextEntry == null || leaving.isBefore(nextEntry))
                && isWithinMaxStay(leaving.first())
                && looksLike(leaving.first());
    }

    void endsWith(LoneExitDraft lone) {
        confusable = true;
        exit = lone.opening();
        exitFixed = true;
        add(exit);
        lone.held().stream().skip(1).forEach(this::attach);
    }

    @Override
    Optional<End> end() {
        Optional<End> declared = declared();
        return declared.isPresent()
                ? declared
                : End.earlier(checkout(), Optional.ofNullable(exit).map(x -> new End(x.at(), Stay.ClosedBy.EXIT)));
    }

    @Override
    Standing uncancelled(Instant now) {
        Optional<End> end = end();
        Instant from = opening().at();
        if (end.isPresent()) {
            Set<StayFlag> flags = EnumSet.noneOf(StayFlag.class);
            if (confusable) {
                flags.add(StayFlag.CONFUSABLE);
            }
            if (end.get().by() == Stay.ClosedBy.DECLARED) {
                flags.add(StayFlag.DECLARED_EXIT);
            }
            return Standing.closed(from, end.get(), flags);
        }
        Instant deadline = lastSeen().plus(rules().closesAfter());
        return nextEntry != null || deadline.isBefore(now)
                ? new Standing(Stay.State.NEEDS_REVIEW, from, end, null, Set.of(StayFlag.MISSING_EXIT))
                : new Standing(Stay.State.OPEN, from, end, deadline, Set.of());
    }

    /** A person tied a later EXIT to {@code seen}: that one closes the stay, whatever others come before it. */
    private void expectTiedExit(Chain seen) {
        if (!exitFixed) {
            ties.of(seen).stream()
                    .filter(tied -> tied.goes(Direction.EXIT) && seen.isBefore(tied))
                    .findFirst()
                    .ifPresent(tied -> {
                        exit = tied;
                        exitFixed = true;
                    });
        }
    }

    private boolean isWithinMaxStay(Sighting next) {
        return !next.capturedAt().isAfter(opening().at().plus(rules().maxStay()));
    }

    private boolean looksLike(Sighting leaving) {
        Plate plate = plate();
        return leaving.plate().fold().equals(plate.fold())
                || leaving.candidates().contains(plate)
                || opening().first().candidates().contains(leaving.plate());
    }
}
