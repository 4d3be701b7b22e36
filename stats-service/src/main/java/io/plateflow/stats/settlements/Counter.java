package io.plateflow.stats.settlements;

import io.plateflow.contracts.ChargeSettled;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.CapturesById;
import io.plateflow.stats.query.ChargeAnswer;
import io.plateflow.stats.query.StaysById;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * "Registrar pago": any amount, in part or in excess, as long as something is owed; money is given back at any time. What a
 * gate has taken a moment ago counts.
 */
@Component
class Counter {
    private final CapturesById captures;
    private final StaysById stays;
    private final Dues dues;
    private final Payments payments;
    private final OneInstant instant;
    private final Receipts receipts;

    Counter(
            CapturesById captures,
            StaysById stays,
            Dues dues,
            Payments payments,
            OneInstant instant,
            Receipts receipts) {
        this.captures = captures;
        this.stays = stays;
        this.dues = dues;
        this.payments = payments;
        this.instant = instant;
        this.receipts = receipts;
    }

    /** What was taken; a repeat of {@code request} takes nothing more. */
    Amount take(ChargeAnswer charge, Settlement settlement, UUID request, String user) {
        for (int tries = 0; tries < Receipts.MOST_TRIES; tries++) {
            UUID stay = stayOf(charge);
            Optional<Taken> before = payments.byAttempt(stay, request);
            if (before.isPresent() || payments.isInRows(request)) {
                return before.map(Taken::amount).orElse(Amount.of(settlement.amount()));
            }
            Claim claim = instant.ask(() -> claim(stay, settlement, request, user));
            Act act = Act.of(Action.SETTLED, "charge", charge.id())
                    .plate(charge.plate())
                    .request(request);
            if (receipts.take(claim, List.of(command(charge, claim)), act)) {
                return Amount.of(settlement.amount());
            }
        }
        throw Receipts.busy();
    }

    /** A payment is of whichever stay holds the photo now. */
    private UUID stayOf(ChargeAnswer charge) {
        return captures.ask(List.of(charge.firstCapture())).stream()
                .map(CaptureAnswer::stayId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(charge.stayId());
    }

    private Claim claim(UUID stay, Settlement settlement, UUID request, String user) {
        Amount owed = dues.of(stays.ask(List.of(stay))).get(stay);
        Taken taken = payments.latest(List.of(stay)).get(stay);
        if (taken != null
                && owed != null
                && !Dues.isOwed(owed)
                && settlement.amount().amount().signum() > 0) {
            throw Receipts.alreadyPaid(taken);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Claim(stay, payments.next(stay), request, request, settlement, owed, user, now);
    }

    private static ChargeSettled command(ChargeAnswer charge, Claim claim) {
        return new ChargeSettled(
                claim.request(),
                charge.zone(),
                charge.firstCapture(),
                claim.at(),
                claim.by(),
                claim.settlement().amount(),
                claim.settlement().method(),
                claim.settlement().reference());
    }
}
