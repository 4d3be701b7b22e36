package io.plateflow.stats.gate;

import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.ChargeAnswer;
import io.plateflow.stats.query.ChargesById;
import io.plateflow.stats.query.StayAnswer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is still owed for stays: of a charge its balance, of an open stay what it costs by now less what was paid. */
@Component
class Dues {
    private final ChargesById charges;

    Dues(ChargesById charges) {
        this.charges = charges;
    }

    /** Stays of which nobody can tell yet are left out. */
    Map<UUID, Amount> of(Collection<StayAnswer> stays) {
        Map<UUID, Amount> dues = new HashMap<>();
        List<UUID> ids = stays.stream()
                .map(StayAnswer::chargeId)
                .filter(Objects::nonNull)
                .toList();
        for (ChargeAnswer charge : charges.ask(ids)) {
            dues.put(charge.stayId(), charge.balance());
        }
        stays.stream()
                .filter(stay -> stay.chargeId() == null && stay.state().equals("OPEN") && stay.amountSoFar() != null)
                .forEach(stay -> dues.put(stay.id(), less(Objects.requireNonNull(stay.amountSoFar()), stay.paid())));
        return dues;
    }

    /** {@code amount} less those of {@code paid} in its currency. */
    static Amount less(Amount amount, List<Amount> paid) {
        BigDecimal sum = paid.stream()
                .filter(one -> one.currency().equals(amount.currency()))
                .map(one -> new BigDecimal(one.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amount.of(new BigDecimal(amount.amount()).subtract(sum), amount.currency());
    }

    static boolean isOwed(Amount due) {
        return new BigDecimal(due.amount()).signum() > 0;
    }
}
