package io.plateflow.billing;

import static io.plateflow.billing.Ends.at;
import static io.plateflow.billing.Ends.capture;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.ChargeDisputed;
import io.plateflow.contracts.ChargeSettled;
import io.plateflow.contracts.ChargeVoidAsked;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.DisputeResolved;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.contracts.StayResolved;
import io.plateflow.domain.money.Money;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people say about the stays of one zone, as stats-service publishes it. */
record People(String zone) {
    private static final String WHO = "ana";
    private static final String WHY = "saw it";

    StayCheckedOut checkout(int captured, String time) {
        return new StayCheckedOut(
                request("out", captured, time), zone, new Plate("AC123BD"), capture(captured), at(time), WHO);
    }

    /** It left at {@code exit}, as was said at {@code time}. */
    StayResolved left(int captured, String exit, String time) {
        return resolved(captured, time, at(exit), null, null);
    }

    StayResolved came(int captured, String entry, String time) {
        return resolved(captured, time, null, at(entry), null);
    }

    StayResolved join(int captured, int other, String time) {
        return resolved(captured, time, null, null, capture(other));
    }

    StayResolved cancel(int captured, String time) {
        return resolved(captured, time, null, null, null);
    }

    ChargeVoidAsked void_(int captured, String time) {
        return new ChargeVoidAsked(request("void", captured, time), zone, capture(captured), at(time), WHO, WHY);
    }

    ChargeDisputed dispute(int captured, String time) {
        return new ChargeDisputed(request("dispute", captured, time), zone, capture(captured), at(time), WHO, WHY);
    }

    DisputeResolved settle(int captured, DisputeResolved.Outcome outcome, String time) {
        return new DisputeResolved(
                request("settle", captured, time), zone, capture(captured), at(time), WHO, WHY, outcome);
    }

    ChargeSettled pay(int captured, String amount, String time) {
        return new ChargeSettled(
                request("pay", captured, time),
                zone,
                capture(captured),
                at(time),
                WHO,
                Money.of(amount, "ARS"),
                "cash",
                null);
    }

    /** The {@code n}th correction of what was read; null: no plate can be read. */
    static PlateCorrected correct(PlateRead read, int n, @Nullable Plate plate) {
        return correct(read.capture(), n, plate, Set.of());
    }

    static PlateCorrected correct(Capture capture, int n, @Nullable Plate plate, Set<Plate> candidates) {
        return new PlateCorrected(
                capture.id(),
                capture.attempt(),
                Instant.parse("2026-03-02T20:00:00Z"),
                n,
                capture,
                plate,
                candidates,
                WHO,
                WHY,
                UUID.nameUUIDFromBytes((capture.id() + "." + n).getBytes(UTF_8)));
    }

    /** The command that says {@code decision}. */
    Command command(Decision decision) {
        UUID request = decision.requestId();
        UUID captured = decision.captureId();
        if (decision instanceof Decision.Checkout d) {
            return new StayCheckedOut(request, zone, new Plate("AC123BD"), captured, d.at(), WHO);
        }
        if (decision instanceof Decision.ExitDeclared d) {
            return new StayResolved(request, zone, captured, d.decidedAt(), WHO, WHY, d.exitAt(), null, null, null);
        }
        if (decision instanceof Decision.EntryDeclared d) {
            return new StayResolved(request, zone, captured, d.decidedAt(), WHO, WHY, null, d.entryAt(), null, null);
        }
        if (decision instanceof Decision.Joined d) {
            UUID other = d.joinCaptureId();
            return new StayResolved(request, zone, captured, d.decidedAt(), WHO, WHY, null, null, other, null);
        }
        if (decision instanceof Decision.Cancelled d) {
            return new StayResolved(request, zone, captured, d.decidedAt(), WHO, WHY, null, null, null, true);
        }
        if (decision instanceof Decision.Waived d) {
            return new ChargeVoidAsked(request, zone, captured, d.decidedAt(), WHO, WHY);
        }
        if (decision instanceof Decision.Disputed d) {
            return new ChargeDisputed(request, zone, captured, d.decidedAt(), WHO, WHY);
        }
        Decision.DisputeSettled d = (Decision.DisputeSettled) decision;
        return new DisputeResolved(
                request,
                zone,
                captured,
                d.decidedAt(),
                WHO,
                WHY,
                d.voided() ? DisputeResolved.Outcome.CHARGE_VOIDED : DisputeResolved.Outcome.CHARGE_STANDS);
    }

    private StayResolved resolved(
            int captured, String time, @Nullable Instant exit, @Nullable Instant entry, @Nullable UUID join) {
        boolean cancel = exit == null && entry == null && join == null;
        return new StayResolved(
                request("resolve" + exit + entry + join, captured, time),
                zone,
                capture(captured),
                at(time),
                WHO,
                WHY,
                exit,
                entry,
                join,
                cancel ? true : null);
    }

    private static UUID request(String what, int captured, String time) {
        return UUID.nameUUIDFromBytes((what + captured + time).getBytes(UTF_8));
    }
}
