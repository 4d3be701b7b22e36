package io.plateflow.billing;

import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Sighting;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the ledger knows of one capture.
 *
 * @param attempt of the end that counts; 0 while there is none
 * @param sighting what bills; null when nothing does
 * @param checkedOutAt the earliest checkout that names the capture; it may come before the capture
 * @param notedAt when the ledger first heard of the capture
 */
record Known(
        int attempt, @Nullable Sighting sighting, @Nullable Instant checkedOutAt, Instant notedAt) {

    static Known nothing(Instant now) {
        return new Known(0, null, null, now);
    }

    /** What is known after {@code entry}; empty when it changes nothing: a repeat, or a later end or checkout. */
    Optional<Known> after(Entry entry) {
        if (entry instanceof Entry.Ended ended) {
            return ended.attempt() > attempt
                    ? Optional.of(new Known(ended.attempt(), ended.sighting(), checkedOutAt, notedAt))
                    : Optional.empty();
        }
        Instant at = ((Entry.CheckedOut) entry).at();
        return checkedOutAt == null || at.isBefore(checkedOutAt)
                ? Optional.of(new Known(attempt, sighting, at, notedAt))
                : Optional.empty();
    }

    /** The sighting as it enters the recount; none when nothing bills. */
    Stream<Sighted> sighted() {
        return Stream.ofNullable(sighting).map(s -> new Sighted(s, checkedOutAt, null));
    }

    /** The plates that the sighting bears before and after; their stays change together. */
    static Set<Plate> plates(Known before, Known after) {
        return Stream.concat(before.sighted(), after.sighted())
                .map(s -> s.sighting().plate())
                .collect(Collectors.toSet());
    }
}
