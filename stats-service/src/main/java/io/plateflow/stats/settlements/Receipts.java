package io.plateflow.stats.settlements;

import io.plateflow.contracts.Command;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.commands.Commands;
import io.plateflow.stats.query.Refusals;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/**
 * Takes payments, wherever they are made, of each stay one after the other. A claim commits once the topic has the payment, and
 * goes away when it has not: whoever comes next waits for that, and then is told what is owed now. The audit's row is there
 * before: of two who try, the one who is refused stays there as not accepted.
 */
@Component
public class Receipts {
    /** So often may others be quicker. */
    public static final int MOST_TRIES = 5;

    private final Payments payments;
    private final Commands commands;
    private final Audit audit;
    private final TransactionOperations transaction;

    Receipts(Payments payments, Commands commands, Audit audit, TransactionOperations transaction) {
        this.payments = payments;
        this.commands = commands;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Sends what pays; false when somebody else took this payment: what is owed has to be asked for anew. */
    public boolean take(Claim claim, List<Command> paying, Act act) {
        audit.asks(act);
        try {
            transaction.executeWithoutResult(tx -> {
                payments.claim(claim);
                commands.publish(paying, act);
            });
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        } catch (PessimisticLockingFailureException stuck) {
            throw busy();
        }
    }

    /** A 503. */
    public static ErrorResponseException busy() {
        return Refusals.of(
                HttpStatus.SERVICE_UNAVAILABLE, "stay_busy", "others are paying for the stay: try again shortly");
    }

    /** A 409: nothing is owed any more since {@code taken}. */
    public static ErrorResponseException alreadyPaid(Taken taken) {
        return Refusals.of(HttpStatus.CONFLICT, "already_paid", "paid by " + taken.by() + " at " + taken.at());
    }
}
