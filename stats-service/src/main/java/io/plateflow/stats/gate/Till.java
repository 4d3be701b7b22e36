package io.plateflow.stats.gate;

import io.plateflow.contracts.ChargeSettled;
import io.plateflow.contracts.Command;
import io.plateflow.domain.Uuids;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.checkout.Checkouts;
import io.plateflow.stats.checkout.Quote;
import io.plateflow.stats.commands.Body;
import io.plateflow.stats.commands.Commands;
import io.plateflow.stats.commands.Subjects;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.settlements.Settlement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/**
 * Takes payments. The row that says who took one commits once the topic has it, and goes away when it has not: whoever comes
 * next waits for that, and then is refused or takes it himself. A payment that is sent again is the same request. The
 * audit's row is there before: of two who try, the one who is refused stays there as not accepted.
 */
@Component
class Till {
    private final Subjects subjects;
    private final Dues dues;
    private final Payments payments;
    private final Checkouts checkouts;
    private final Commands commands;
    private final Audit audit;
    private final TransactionOperations transaction;

    Till(
            Subjects subjects,
            Dues dues,
            Payments payments,
            Checkouts checkouts,
            Commands commands,
            Audit audit,
            TransactionOperations transaction) {
        this.subjects = subjects;
        this.dues = dues;
        this.payments = payments;
        this.checkouts = checkouts;
        this.commands = commands;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What an open stay is ended at; null when it has ended. */
    private record Bill(Amount due, @Nullable Quote quote) {}

    /** @param attemptOf names this attempt by the stay's id */
    PaymentApi.Accepted take(String id, Body body, UnaryOperator<UUID> attemptOf, String user) {
        StayAnswer known = subjects.stayInLedger(id);
        UUID attempt = attemptOf.apply(known.id());
        Optional<Taken> before = payments.byAttempt(known.id(), attempt);
        if (before.isPresent()) {
            return new PaymentApi.Accepted(
                    known.id(), before.get().amount(), before.get().method());
        }
        int n = payments.count(known.id());
        StayAnswer stay = subjects.stayInLedger(id);
        Bill bill = bill(stay, body);
        Settlement settlement = Settlement.of(body, bill.due().currency());
        body.refuseFaults();
        if (!Amount.of(settlement.amount()).equals(bill.due())) {
            throw Refusals.of(
                    HttpStatus.CONFLICT,
                    "amount_changed",
                    "the stay owes " + bill.due().amount() + " " + bill.due().currency() + " now");
        }
        Act act = Act.of(Action.GATE_PAYMENT, "stay", stay.id())
                .plate(stay.plate())
                .request(attempt);
        audit.asks(act);
        try {
            transaction.executeWithoutResult(tx -> {
                Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
                payments.take(stay.id(), n, attempt, settlement, user, now);
                commands.publish(commands(stay, n, bill, settlement, user, now), act);
            });
        } catch (DuplicateKeyException taken) {
            throw paid(stay.id());
        } catch (PessimisticLockingFailureException busy) {
            throw Refusals.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "stay_busy", "others are paying for the stay: try again shortly");
        }
        return new PaymentApi.Accepted(stay.id(), bill.due(), settlement.method());
    }

    private Bill bill(StayAnswer stay, Body body) {
        Instant at = body.instant("at");
        if (stay.chargeId() == null && stay.state().equals("OPEN")) {
            if (at == null && !body.has("at")) {
                body.fault("at_missing", "at", "at must be the quotedAt of the amount that was shown");
            }
            body.refuseFaults();
            Quote quote = new Quote(at == null ? Instant.EPOCH : at);
            return new Bill(owed(stay, Dues.less(Amount.of(checkouts.price(stay, quote)), stay.paid())), quote);
        }
        Amount due = dues.of(List.of(stay)).get(stay.id());
        if (due == null) {
            throw Refusals.of(
                    HttpStatus.CONFLICT, "amount_unknown", "billing has not said yet what the stay costs: try again");
        }
        return new Bill(owed(stay, due), null);
    }

    private Amount owed(StayAnswer stay, Amount due) {
        if (!Dues.isOwed(due)) {
            throw paid(stay.id());
        }
        return due;
    }

    private ErrorResponseException paid(UUID stay) {
        Taken taken = payments.latest(List.of(stay)).get(stay);
        if (taken != null) {
            return Refusals.of(HttpStatus.CONFLICT, "already_paid", "paid by " + taken.by() + " at " + taken.at());
        }
        // Elsewhere, or at a gate whose row is not committed yet though the payment is in the ledger.
        return subjects.stayInLedger(stay.toString()).paid().isEmpty()
                ? Refusals.of(HttpStatus.CONFLICT, "nothing_due", "the stay owes nothing")
                : Refusals.of(HttpStatus.CONFLICT, "already_paid", "the stay has been paid");
    }

    private List<Command> commands(StayAnswer stay, int n, Bill bill, Settlement settlement, String user, Instant now) {
        ChargeSettled payment = new ChargeSettled(
                Uuids.v5("gate-payment", stay.id().toString(), Integer.toString(n)),
                stay.zone(),
                stay.captureIds().get(0),
                now,
                user,
                settlement.amount(),
                settlement.method(),
                settlement.reference());
        return bill.quote() == null ? List.of(payment) : List.of(checkouts.command(stay, bill.quote(), user), payment);
    }
}
