package io.plateflow.stats.reports;

import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.query.Freshness;
import io.plateflow.stats.reports.PeriodRows.Gathered;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reports: of a closed month as it was closed, else worked out of the rows, all parts at one moment of the database. */
@Component
class Reports {
    private final PeriodRows rows;
    private final Adjustments adjustments;
    private final ClosedMonths closed;
    private final Freshness freshness;
    private final StatsProperties properties;

    Reports(
            PeriodRows rows,
            Adjustments adjustments,
            ClosedMonths closed,
            Freshness freshness,
            StatsProperties properties) {
        this.rows = rows;
        this.adjustments = adjustments;
        this.closed = closed;
        this.freshness = freshness;
        this.properties = properties;
    }

    /** One moment for all questions: what comes in meanwhile is in none of them. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report of(Period period, By by, Basis basis) {
        // Before the first question, so that the rows hold at least that much.
        Instant dataAt = freshness.dataAt();
        return period.month()
                .flatMap(month -> closed.report(month, by, basis))
                .map(ClosedMonths.Stored::report)
                .orElseGet(() -> live(period, by, basis, dataAt));
    }

    /** The same as CSV; of a closed month what was hashed. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public String csv(Period period, By by, Basis basis) {
        Instant dataAt = freshness.dataAt();
        return period.month()
                .flatMap(month -> closed.report(month, by, basis))
                .map(ClosedMonths.Stored::csv)
                .orElseGet(() -> Sheet.write(live(period, by, basis, dataAt)));
    }

    /** What the rows say now, and in the first open month after closed ones what changed in those. */
    Report live(Period period, By by, Basis basis, Instant dataAt) {
        Gathered gathered = rows.gather(period, by, basis);
        Tally total = gathered.total();
        List<Report.Row> adjusted = period.month().stream()
                .flatMap(month -> adjustments.in(month, basis).entrySet().stream())
                .map(adjustment -> {
                    total.add(adjustment.getValue());
                    return adjustment.getValue().row(adjustment.getKey().toString());
                })
                .toList();
        return new Report(
                period.name(),
                period.from(),
                period.to(),
                properties.timeZone().getId(),
                basis.word(),
                by.word(),
                dataAt,
                gathered.inProcess(),
                gathered.toReview(),
                total.row(""),
                adjusted,
                gathered.rows().entrySet().stream()
                        .map(row -> row.getValue().row(row.getKey()))
                        .toList(),
                null,
                gathered.rows().isEmpty() ? rows.firstCapturedAt() : null);
    }
}
