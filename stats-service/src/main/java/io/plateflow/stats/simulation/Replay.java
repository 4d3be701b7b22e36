package io.plateflow.stats.simulation;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.money.Sums;
import io.plateflow.stats.simulation.Simulated.Change;
import io.plateflow.stats.whatif.RecordedStay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums stays one by one, and keeps those that change most. */
final class Replay {
    private static final int MOST = 20;
    /** The smallest change first; of equal ones the later id, so that a repeat answers alike. */
    private static final Comparator<Change> SMALLEST_FIRST = Comparator.comparing(Replay::size)
            .thenComparing(Comparator.comparing(Change::stayId).reversed());

    private final Asked asked;
    private final ZoneId timeZone;
    private final Total all;
    private final SortedMap<LocalDate, Total> days = new TreeMap<>();
    private final PriorityQueue<Change> most = new PriorityQueue<>(SMALLEST_FIRST);
    private long changed;
    private boolean sameCurrency = true;

    Replay(Asked asked, ZoneId timeZone) {
        this.asked = asked;
        this.timeZone = timeZone;
        this.all = new Total(asked.draft().currency());
    }

    private static final class Total {
        private final Sums actual = new Sums();
        private Money draft;
        private long stays;

        Total(Currency currency) {
            draft = new Money(BigDecimal.ZERO, currency).rounded();
        }

        void add(@Nullable Money charged, Money price) {
            if (charged != null) {
                actual.add(charged);
            }
            draft = draft.plus(price);
            stays++;
        }
    }

    void add(RecordedStay stay) {
        Money charged = stay.charged() == null ? null : stay.charged().rounded();
        Money price = stay.by(asked.draft()).amount();
        all.add(charged, price);
        days.computeIfAbsent(LocalDate.ofInstant(stay.to(), timeZone), d -> new Total(price.currency()))
                .add(charged, price);
        Money difference = difference(charged, price);
        sameCurrency &= difference != null;
        if (difference == null || difference.amount().signum() != 0) {
            changed++;
            most.add(new Change(
                    stay.id(),
                    stay.plate(),
                    stay.from(),
                    stay.to(),
                    stay.vehicleClass(),
                    stay.exempt(),
                    charged,
                    price,
                    difference));
            if (most.size() > MOST) {
                most.remove();
            }
        }
    }

    Simulated simulated() {
        List<Money> actual = all.actual.all();
        return new Simulated(
                asked.zone(),
                asked.from(),
                asked.to(),
                all.stays,
                changed,
                actual,
                all.draft,
                sameCurrency ? difference(actual.isEmpty() ? null : actual.get(0), all.draft) : null,
                days.entrySet().stream()
                        .map(day -> new Simulated.Day(
                                day.getKey(),
                                day.getValue().stays,
                                day.getValue().actual.all(),
                                day.getValue().draft))
                        .toList(),
                most.stream().sorted(SMALLEST_FIRST.reversed()).toList(),
                asked.warnings());
    }

    private static @Nullable Money difference(@Nullable Money actual, Money draft) {
        if (actual == null) {
            return draft;
        }
        return actual.currency().equals(draft.currency())
                ? new Money(draft.amount().subtract(actual.amount()), draft.currency())
                : null;
    }

    /** Across currencies nothing compares: what the draft would charge stands for it. */
    private static BigDecimal size(Change change) {
        return (change.difference() == null ? change.draft() : change.difference())
                .amount()
                .abs();
    }
}
