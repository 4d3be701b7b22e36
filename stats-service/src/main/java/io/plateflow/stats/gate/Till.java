package io.plateflow.stats.gate;

import io.plateflow.contracts.ChargeSettled;
import io.plateflow.contracts.Command;
import io.plateflow.domain.Uuids;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.checkout.Checkouts;
import io.plateflow.stats.checkout.Quote;
import io.plateflow.stats.commands.Body;
import io.plateflow.stats.commands.Subjects;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.settlements.Claim;
import io.plateflow.stats.settlements.Dues;
import io.plateflow.stats.settlements.OneInstant;
import io.plateflow.stats.settlements.Payments;
import io.plateflow.stats.settlements.Receipts;
import io.plateflow.stats.settlements.Settlement;
import io.plateflow.stats.settlements.Taken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Takes at a gate exactly what is owed. Of several who take it at once, here or at {@code /v1/charges/{id}/settlements}, one
 * does and the others are told who: see {@link Receipts}. A payment that is sent again is the same request.
 */
@Component
class Till {
    private final Subjects subjects;
    private final Dues dues;
    private final Payments payments;
    private final OneInstant instant;
    private final Checkouts checkouts;
    private final Receipts receipts;

    Till(Subjects subjects, Dues dues, Payments payments, OneInstant instant, Checkouts checkouts, Receipts receipts) {
        this.subjects = subjects;
        this.dues = dues;
        this.payments = payments;
        this.instant = instant;
        this.checkouts = checkouts;
        this.receipts = receipts;
    }

    /**
     * What a stay owes at one instant.
     *
     * @param n which of its payments that would be
     * @param quote what an open stay is ended at; null when it has ended
     */
    private record Bill(
            StayAnswer stay, int n, Amount due, @Nullable Quote quote) {}

    /** @param attemptOf names this attempt by the stay's id */
    PaymentApi.Accepted take(String id, Body body, UnaryOperator<UUID> attemptOf, String user) {
        UUID stay = subjects.stayInLedger(id).id();
        UUID attempt = attemptOf.apply(stay);
        for (int tries = 0; tries < Receipts.MOST_TRIES; tries++) {
            Optional<Taken> before = payments.byAttempt(stay, attempt);
            if (before.isPresent()) {
                return new PaymentApi.Accepted(
                        stay, before.get().amount(), before.get().method());
            }
            Bill bill = instant.ask(() -> bill(id, body));
            Settlement settlement = Settlement.of(body, bill.due().currency());
            body.refuseFaults();
            if (!Amount.of(settlement.amount()).equals(bill.due())) {
                throw Refusals.of(
                        HttpStatus.CONFLICT,
                        "amount_changed",
                        "the stay owes " + bill.due().amount() + " "
                                + bill.due().currency() + " now");
            }
            Claim claim = claim(bill, attempt, settlement, user);
            Act act = Act.of(Action.GATE_PAYMENT, "stay", stay)
                    .plate(bill.stay().plate())
                    .request(attempt);
            if (receipts.take(claim, commands(bill, claim), act)) {
                return new PaymentApi.Accepted(stay, bill.due(), settlement.method());
            }
        }
        throw Receipts.busy();
    }

    private Bill bill(String id, Body body) {
        StayAnswer stay = subjects.stayInLedger(id);
        int n = payments.next(stay.id());
        Instant at = body.instant("at");
        if (stay.chargeId() == null && stay.state().equals("OPEN")) {
            if (at == null && !body.has("at")) {
                body.fault("at_missing", "at", "at must be the quotedAt of the amount that was shown");
            }
            body.refuseFaults();
            Quote quote = new Quote(at == null ? Instant.EPOCH : at);
            return new Bill(stay, n, owed(stay, dues.of(stay, checkouts.price(stay, quote))), quote);
        }
        Amount due = dues.of(List.of(stay)).get(stay.id());
        if (due == null) {
            throw Refusals.of(
                    HttpStatus.CONFLICT, "amount_unknown", "billing has not said yet what the stay costs: try again");
        }
        return new Bill(stay, n, owed(stay, due), null);
    }

    private Amount owed(StayAnswer stay, Amount due) {
        if (!Dues.isOwed(due)) {
            throw paid(stay.id());
        }
        return due;
    }

    private ErrorResponseException paid(UUID stay) {
        Taken taken = payments.latest(List.of(stay)).get(stay);
        return taken == null
                ? Refusals.of(HttpStatus.CONFLICT, "nothing_due", "the stay owes nothing")
                : Receipts.alreadyPaid(taken);
    }

    /** Who saw the same payments names the same command: should the claim be lost after it was sent, it is still one payment. */
    private static Claim claim(Bill bill, UUID attempt, Settlement settlement, String user) {
        UUID stay = bill.stay().id();
        return new Claim(
                stay,
                bill.n(),
                attempt,
                Uuids.v5("gate-payment", stay.toString(), Integer.toString(bill.n())),
                settlement,
                bill.due(),
                user,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private List<Command> commands(Bill bill, Claim claim) {
        StayAnswer stay = bill.stay();
        ChargeSettled payment = new ChargeSettled(
                claim.request(),
                stay.zone(),
                stay.captureIds().get(0),
                claim.at(),
                claim.by(),
                claim.settlement().amount(),
                claim.settlement().method(),
                claim.settlement().reference());
        return bill.quote() == null
                ? List.of(payment)
                : List.of(checkouts.command(stay, bill.quote(), claim.by()), payment);
    }
}
