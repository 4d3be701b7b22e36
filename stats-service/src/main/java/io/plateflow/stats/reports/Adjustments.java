package io.plateflow.stats.reports;

import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * What changed in closed months since they were reported. It belongs to the first open month after them, and once that
 * is closed too it is reported; so all months' totals together are always what the rows say.
 */
@Component
class Adjustments {
    private final PeriodRows rows;
    private final ClosedMonths closed;

    Adjustments(PeriodRows rows, ClosedMonths closed) {
        this.rows = rows;
        this.closed = closed;
    }

    /** By the month that changed, for those that are closed without a gap right before {@code open}. */
    SortedMap<YearMonth, Tally> in(YearMonth open, Basis basis) {
        SortedMap<YearMonth, Tally> adjustments = new TreeMap<>();
        for (YearMonth month : closed.runBefore(open)) {
            Tally now = rows.gather(Period.of(month), By.ZONE, basis).total();
            Tally adjustment = now.less(closed.reported(month, basis));
            if (!adjustment.isNothing()) {
                adjustments.put(month, adjustment);
            }
        }
        return adjustments;
    }
}
