package io.plateflow.stats.erasure;

import io.plateflow.stats.query.Refusals.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure would do, and what stands against it.
 *
 * @param captures that would lose photo, reading and plate
 * @param photos that would be deleted with them
 * @param stays that would have an alias in place of the plate
 * @param charges the same
 * @param firstAt when the first of the captures was taken; null without any
 * @param lastAt when the last was
 * @param listed whether the plate is in the list of vehicles, where it stays
 * @param needed what has to end before; empty when it can be done
 */
record Preview(
        long captures,
        long photos,
        long stays,
        long charges,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        boolean listed,
        List<Fault> needed) {

    Preview with(List<Fault> faults) {
        return new Preview(captures, photos, stays, charges, firstAt, lastAt, listed, faults);
    }
}
