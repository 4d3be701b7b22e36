package io.plateflow.billing;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.ChargeDisputed;
import io.plateflow.contracts.ChargeSettled;
import io.plateflow.contracts.ChargeVoidAsked;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.DisputeResolved;
import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.contracts.StayResolved;
import io.plateflow.domain.stay.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Commands as decisions. A settlement is none: what was paid changes nothing of what is owed. */
final class Told {
    private Told() {}

    static List<Entry> by(Command command) {
        if (command instanceof ChargeSettled) {
            return List.of();
        }
        return List.of(new Entry.Decided(requireNonNull(command.zone()), decision(command)));
    }

    private static Decision decision(Command command) {
        UUID request = requireNonNull(command.requestId());
        UUID capture = requireNonNull(command.captureId());
        Instant at = requireNonNull(command.at());
        if (command instanceof StayCheckedOut) {
            return new Decision.Checkout(request, capture, at);
        }
        if (command instanceof StayResolved resolved) {
            return resolution(resolved, request, capture, at);
        }
        if (command instanceof ChargeVoidAsked) {
            return new Decision.Waived(request, capture, at);
        }
        if (command instanceof ChargeDisputed) {
            return new Decision.Disputed(request, capture, at);
        }
        boolean voided = ((DisputeResolved) command).outcome() == DisputeResolved.Outcome.CHARGE_VOIDED;
        return new Decision.DisputeSettled(request, capture, at, voided);
    }

    private static Decision resolution(StayResolved resolved, UUID request, UUID capture, Instant at) {
        if (resolved.exitAt() != null) {
            return new Decision.ExitDeclared(request, capture, resolved.exitAt(), at);
        }
        if (resolved.entryAt() != null) {
            return new Decision.EntryDeclared(request, capture, resolved.entryAt(), at);
        }
        if (resolved.joinCaptureId() != null) {
            return new Decision.Joined(request, capture, resolved.joinCaptureId(), at);
        }
        return new Decision.Cancelled(request, capture, at);
    }
}
