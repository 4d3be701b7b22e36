package io.plateflow.stats.settlements;

import io.plateflow.domain.money.Money;
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

/**
 * What is still owed for stays: of a charge its balance, of an open stay what it costs by now less what was paid; less what is
 * on its way to the rows.
 */
@Component
public class Dues {
    private final ChargesById charges;
    private final Payments payments;

    Dues(ChargesById charges, Payments payments) {
        this.charges = charges;
        this.payments = payments;
    }

    /** Stays of which nobody can tell yet are left out. */
    public Map<UUID, Amount> of(Collection<StayAnswer> stays) {
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
        Map<UUID, List<Amount>> onTheirWay = payments.onTheirWay(dues.keySet());
        dues.replaceAll((stay, due) -> less(due, onTheirWay.getOrDefault(stay, List.of())));
        return dues;
    }

    /** What is still owed for an open stay that costs {@code price}. */
    public Amount of(StayAnswer stay, Money price) {
        List<Amount> onTheirWay = payments.onTheirWay(List.of(stay.id())).getOrDefault(stay.id(), List.of());
        return less(less(Amount.of(price), stay.paid()), onTheirWay);
    }

    /** {@code amount} less those of {@code paid} in its currency. */
    private static Amount less(Amount amount, List<Amount> paid) {
        BigDecimal sum = paid.stream()
                .filter(one -> one.currency().equals(amount.currency()))
                .map(one -> new BigDecimal(one.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amount.of(new BigDecimal(amount.amount()).subtract(sum), amount.currency());
    }

    public static boolean isOwed(Amount due) {
        return new BigDecimal(due.amount()).signum() > 0;
    }
}
