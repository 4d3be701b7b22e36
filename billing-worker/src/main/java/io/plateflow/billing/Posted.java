package io.plateflow.billing;

import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.StayRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What billing last said of a stay; kept after the stay vanished, so that versions and revisions never start anew.
 *
 * @param stay the record
 * @param revision of the last charge, 0 while there was none
 * @param inForce the charge in force, if any
 * @param deadline after which silence alone changes the stay; null: never
 * @param lastEvent after which retention counts
 * @param vanished whether its captures make no such stay any more
 */
record Posted(
        StayRecord stay,
        int revision,
        @Nullable ChargeIssued inForce,
        @Nullable Instant deadline,
        Instant lastEvent,
        boolean vanished) {}
