package io.plateflow.stats.whatif;

import io.plateflow.domain.money.Money;
import java.util.List;

/**
 * What a change would do to what was charged.
 *
 * @param charges in force that it would void
 * @param settled those of them for which something was paid
 * @param issued charges that it would issue: for most of those voided another, and for stays that no tariff priced yet
 * @param before sum of those voided, by currency
 * @param after sum of those issued, by currency
 * @param difference after less before, by currency; none where nothing changes
 */
public record Effect(
        int charges, int settled, int issued, List<Money> before, List<Money> after, List<Money> difference) {
    /** Of what concerns the future alone. */
    public static final Effect NONE = new Effect(0, 0, 0, List.of(), List.of(), List.of());
}
