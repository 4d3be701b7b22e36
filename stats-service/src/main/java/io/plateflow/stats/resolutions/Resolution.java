package io.plateflow.stats.resolutions;

import io.plateflow.stats.commands.Body;
import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.StayAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Exactly one of four decisions, and why.
 *
 * @param exitAt when the vehicle left
 * @param entryAt when it had come, of a stay that has only its exit
 * @param joinCaptureId a capture of the stay that this one belongs to
 * @param cancel there was no stay
 */
record Resolution(
        @Nullable Instant exitAt,
        @Nullable Instant entryAt,
        @Nullable UUID joinCaptureId,
        boolean cancel,
        String reason) {

    /** How far two clocks may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    static Resolution of(Body body) {
        boolean cancel = body.at("cancel").asBoolean(false);
        if (body.has("cancel") && !cancel) {
            body.fault("cancel_malformed", "cancel", "cancel is either true or left out");
        }
        long decisions = Stream.of("exitAt", "entryAt", "joinCaptureId", "cancel")
                .filter(body::has)
                .count();
        if (decisions != 1) {
            body.fault(
                    "decision_ambiguous", "body", "give exactly one of exitAt, entryAt, joinCaptureId, cancel: true");
        }
        return new Resolution(
                body.instant("exitAt"), body.instant("entryAt"), body.id("joinCaptureId"), cancel, body.reason());
    }

    /** What of it cannot be true of {@code stay}; {@code other} is the capture to be joined, if there is such. */
    void faults(StayAnswer stay, @Nullable CaptureAnswer other, Instant now, Body body) {
        if (exitAt != null && exitAt.isBefore(stay.from())) {
            body.fault("exit_before_entry", "exitAt", "the stay began at " + stay.from());
        }
        if (exitAt != null && exitAt.isAfter(now.plus(CLOCK_SKEW))) {
            body.fault("exit_in_future", "exitAt", "exitAt must not be ahead of now");
        }
        if (exitAt != null && isLoneExit(stay)) {
            body.fault("exit_known", "exitAt", "the stay has an exit and lacks its entry: give entryAt");
        }
        if (entryAt != null && !isLoneExit(stay) && !stay.flags().contains("DECLARED_ENTRY")) {
            body.fault("entry_known", "entryAt", "only an exit that found no entry can be given one");
        } else if (entryAt != null && entryAt.isAfter(exitOf(stay))) {
            body.fault("entry_after_exit", "entryAt", "the vehicle left at " + exitOf(stay));
        }
        if (joinCaptureId != null) {
            joinFaults(stay, other, body);
        }
        if (cancel && stay.state().equals("CANCELLED")) {
            body.fault("stay_cancelled", "cancel", "the stay is cancelled");
        }
    }

    private void joinFaults(StayAnswer stay, @Nullable CaptureAnswer other, Body body) {
        if (other == null) {
            body.fault("join_unknown", "joinCaptureId", "there is no such capture");
        } else if (stay.captureIds().contains(other.id())) {
            body.fault("join_own", "joinCaptureId", "the capture is of this stay already");
        } else if (!stay.zone().equals(other.zone())) {
            body.fault("join_elsewhere", "joinCaptureId", "the capture is of another zone: " + other.zone());
        } else if (other.plate() == null) {
            body.fault("join_unread", "joinCaptureId", "the capture has no plate: correct it first");
        }
    }

    private static boolean isLoneExit(StayAnswer stay) {
        return stay.flags().contains("MISSING_ENTRY") || stay.flags().contains("AMBIGUOUS_EXIT");
    }

    private static Instant exitOf(StayAnswer stay) {
        return stay.to() == null ? stay.from() : stay.to();
    }
}
