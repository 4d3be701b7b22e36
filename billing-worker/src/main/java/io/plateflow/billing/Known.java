package io.plateflow.billing;

import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Sighting;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the ledger knows of one capture.
 *
 * @param attempt of the end that counts; 0 while there is none
 * @param sighting what bills by that end; null when nothing does
 * @param correction the highest n of a person's corrections; 0 while there is none
 * @param corrected what bills by that correction, whatever the end says; null when nothing does
 * @param decisions that name the capture; they may come before it
 * @param tiedTo captures that a person joined with this one
 * @param notedAt when the ledger first heard of the capture
 */
record Known(
        int attempt,
        @Nullable Sighting sighting,
        int correction,
        @Nullable Sighting corrected,
        Set<Decision> decisions,
        Set<UUID> tiedTo,
        Instant notedAt) {

    Known {
        decisions = Set.copyOf(decisions);
        tiedTo = Set.copyOf(tiedTo);
    }

    static Known nothing(Instant now) {
        return new Known(0, null, 0, null, Set.of(), Set.of(), now);
    }

    /** What is known after {@code entry}; empty when it changes nothing: a repeat, or a later end or checkout. */
    Optional<Known> after(Entry.OfCapture entry) {
        if (entry instanceof Entry.Ended ended) {
            return ended.attempt() > attempt
                    ? Optional.of(new Known(
                            ended.attempt(), ended.sighting(), correction, corrected, decisions, tiedTo, notedAt))
                    : Optional.empty();
        }
        if (entry instanceof Entry.Corrected person) {
            return person.n() > correction
                    ? Optional.of(
                            new Known(attempt, sighting, person.n(), person.sighting(), decisions, tiedTo, notedAt))
                    : Optional.empty();
        }
        return after(((Entry.Decided) entry).decision());
    }

    /** What is known once a person joined the capture with {@code other}. */
    Known tiedTo(UUID other) {
        return new Known(attempt, sighting, correction, corrected, decisions, with(tiedTo, other), notedAt);
    }

    /** What bills, if anything does. */
    Optional<Sighting> billed() {
        return Optional.ofNullable(correction > 0 ? corrected : sighting);
    }

    /** The sighting as it enters the recount; none when nothing bills. */
    Stream<Sighted> sighted() {
        return billed().map(s -> new Sighted(s, decisions, tiedTo, null)).stream();
    }

    /** Of several checkouts only the earliest is kept: it is the one that counts. */
    private Optional<Known> after(Decision decision) {
        if (decisions.contains(decision)) {
            return Optional.empty();
        }
        Set<Decision> kept = decisions;
        if (decision instanceof Decision.Checkout checkout) {
            if (decisions.stream().anyMatch(d -> d instanceof Decision.Checkout c && !c.at().isAfter(checkout.at()))) {
                return Optional.empty();
            }
            kept = decisions.stream()
                    .filter(d -> !(d instanceof Decision.Checkout))
                    .collect(Collectors.toSet());
        }
        Known after = new Known(attempt, sighting, correction, corrected, with(kept, decision), tiedTo, notedAt);
        return Optional.of(decision instanceof Decision.Joined join ? after.tiedTo(join.joinCaptureId()) : after);
    }

    private static <T> Set<T> with(Set<T> set, T more) {
        return Stream.concat(set.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
