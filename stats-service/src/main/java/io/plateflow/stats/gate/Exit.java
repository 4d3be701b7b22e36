package io.plateflow.stats.gate;

import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.settlements.Dues;
import io.plateflow.stats.settlements.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle at the gate.
 *
 * @param state what is to be done about it
 * @param capture its photo there
 * @param stay that the photo is of; absent while billing has not said
 * @param entryCaptureId the photo of its entry
 * @param due what is still owed
 * @param rise when an open stay first costs more
 * @param payment the latest one
 */
record Exit(
        State state,
        CaptureAnswer capture,
        @Nullable StayAnswer stay,
        @Nullable UUID entryCaptureId,
        @Nullable Amount due,
        @Nullable Higher rise,
        @Nullable Taken payment) {
    /** Billing says within a moment whether a photo is of a stay; after so long it is of none. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final List<String> LONE = List.of("MISSING_ENTRY", "AMBIGUOUS_EXIT");

    /** In the order in which a vehicle goes through them. */
    enum State {
        /** Its plate is being read. */
        READING,
        /** A person has to say what its plate is. */
        PLATE,
        /** Its plate is known, and its amount will be in a moment. */
        WAITING,
        /** It left and was never seen to come in: a person says which stay it ends, or when it came. */
        NO_ENTRY,
        /** Nothing was open there under its plate. */
        NO_STAY,
        /** It owes something. */
        DUE,
        /** It owes nothing, and nothing was paid. */
        FREE,
        /** It has paid. */
        PAID
    }

    /** What it costs, in all, after {@code at}. */
    record Higher(Instant at, Amount amount) {}

    static State state(
            CaptureAnswer capture,
            @Nullable StayAnswer stay,
            @Nullable Amount due,
            @Nullable Taken payment,
            boolean onItsWay,
            Instant now) {
        if (onItsWay) {
            return State.PAID;
        }
        if (due != null) {
            return Dues.isOwed(due) ? State.DUE : payment == null ? State.FREE : State.PAID;
        }
        if (capture.status().equals("PENDING")) {
            return State.READING;
        }
        if (capture.plate() == null || capture.plate().effective() == null || capture.needsReview()) {
            return State.PLATE;
        }
        if (stay != null && stay.flags().contains("VOIDED")) {
            return State.FREE;
        }
        if (stay != null) {
            return stay.flags().stream().anyMatch(LONE::contains) ? State.NO_ENTRY : State.WAITING;
        }
        Instant read = capture.readAt();
        return read == null || read.plus(SOON).isAfter(now) ? State.WAITING : State.NO_STAY;
    }
}
