package io.plateflow.local;

import io.plateflow.contracts.ChargeDisputed;
import io.plateflow.contracts.ChargeVoidAsked;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.DisputeResolved;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.contracts.StayResolved;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.stay.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What people asked of billing by the retained commands, as decisions; nothing of billing's code. */
final class Asked {
    private Asked() {}

    static List<Decision> of(String kafka) {
        List<Decision> decisions = new ArrayList<>();
        Records.each(kafka, Topics.COMMANDS, record -> {
            try {
                decision(Json.MAPPER.readValue(record.value(), Command.class)).ifPresent(decisions::add);
            } catch (JacksonException e) {
                // nobody could read it: billing set it aside
            }
        });
        return decisions;
    }

    /** A payment is none: what was paid changes nothing of what is owed. */
    private static Optional<Decision> decision(Command c) {
        if (c instanceof StayCheckedOut) {
            return Optional.of(new Decision.Checkout(c.requestId(), c.captureId(), c.at()));
        }
        if (c instanceof StayResolved resolved) {
            return Optional.of(resolution(resolved));
        }
        if (c instanceof ChargeVoidAsked) {
            return Optional.of(new Decision.Waived(c.requestId(), c.captureId(), c.at()));
        }
        if (c instanceof ChargeDisputed) {
            return Optional.of(new Decision.Disputed(c.requestId(), c.captureId(), c.at()));
        }
        if (c instanceof DisputeResolved resolved) {
            boolean voided = resolved.outcome() == DisputeResolved.Outcome.CHARGE_VOIDED;
            return Optional.of(new Decision.DisputeSettled(c.requestId(), c.captureId(), c.at(), voided));
        }
        return Optional.empty();
    }

    private static Decision resolution(StayResolved r) {
        if (r.exitAt() != null) {
            return new Decision.ExitDeclared(r.requestId(), r.captureId(), r.exitAt(), r.at());
        }
        if (r.entryAt() != null) {
            return new Decision.EntryDeclared(r.requestId(), r.captureId(), r.entryAt(), r.at());
        }
        return r.joinCaptureId() != null
                ? new Decision.Joined(r.requestId(), r.captureId(), r.joinCaptureId(), r.at())
                : new Decision.Cancelled(r.requestId(), r.captureId(), r.at());
    }
}
