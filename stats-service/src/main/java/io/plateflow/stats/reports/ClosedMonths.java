package io.plateflow.stats.reports;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.money.Sums;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports of closed months; each is written once and only ever read. */
@Component
class ClosedMonths {
    private static final String COUNT = "XXX";

    private final JdbcClient jdbc;

    ClosedMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A report as it was closed. */
    record Stored(String csv, Report.Closure closure) {
        Report report() {
            return Sheet.read(csv).closed(closure);
        }
    }

    Optional<Stored> report(YearMonth month, By by, Basis basis) {
        return jdbc.sql("""
                SELECT r.csv, r.sha256, m.closed_at, m.closed_by FROM closed_report r
                JOIN closed_month m ON m.month = r.month
                WHERE r.month = :month AND r.basis = :basis AND r.report_by = :by
                """)
                .param("month", month.toString())
                .param("basis", basis.word())
                .param("by", by.word())
                .query((row, n) -> new Stored(
                        new String(row.getBytes("csv"), StandardCharsets.UTF_8),
                        new Report.Closure(
                                Columns.instant(row, "closed_at"),
                                row.getString("closed_by"),
                                row.getString("sha256"))))
                .optional();
    }

    /** The closed months right before {@code open} without a gap, the latest first, whether or not that itself is closed. */
    List<YearMonth> runBefore(YearMonth open) {
        Set<YearMonth> closed = jdbc
                .sql("SELECT month FROM closed_month WHERE month < :open")
                .param("open", open.toString())
                .query((row, n) -> YearMonth.parse(row.getString("month")))
                .list()
                .stream()
                .collect(Collectors.toSet());
        List<YearMonth> run = new ArrayList<>();
        for (YearMonth month = open.minusMonths(1); closed.contains(month); month = month.minusMonths(1)) {
            run.add(month);
        }
        return run;
    }

    /** All that closed reports say of {@code month}: its own, and later ones' adjustments of it. */
    Tally reported(YearMonth month, Basis basis) {
        Tally reported = new Tally();
        jdbc.sql("""
                SELECT measure, currency, SUM(value) AS value FROM closed_figure
                WHERE of_month = :month AND basis = :basis GROUP BY measure, currency
                """)
                .param("month", month.toString())
                .param("basis", basis.word())
                .query((row, n) ->
                        put(reported, row.getString("measure"), row.getBigDecimal("value"), row.getString("currency")))
                .list();
        return reported;
    }

    private static Tally put(Tally tally, String measure, BigDecimal value, String currency) {
        switch (measure) {
            case "captures" -> tally.captures = value.longValueExact();
            case "stays" -> tally.stays = value.longValueExact();
            case "issued" -> tally.issued.add(new Money(value, Currency.getInstance(currency)));
            case "voided" -> tally.voided.add(new Money(value, Currency.getInstance(currency)));
            case "paid" -> tally.paid.add(new Money(value, Currency.getInstance(currency)));
            default -> throw new IllegalStateException("closed_figure has a measure " + measure);
        }
        return tally;
    }

    /**
     * Takes the month: whoever else closes it waits until this transaction ends.
     *
     * @throws org.springframework.dao.DuplicateKeyException when it was closed before
     */
    void take(YearMonth month, Instant closedAt, String closedBy) {
        jdbc.sql("INSERT INTO closed_month (month, closed_at, closed_by) VALUES (?, ?, ?)")
                .params(month.toString(), utc(closedAt), closedBy)
                .update();
    }

    void keep(YearMonth month, By by, Basis basis, byte[] csv, String sha256) {
        jdbc.sql("INSERT INTO closed_report (month, basis, report_by, csv, sha256) VALUES (?, ?, ?, ?, ?)")
                .params(month.toString(), basis.word(), by.word(), csv, sha256)
                .update();
    }

    /** Keeps what the report of {@code month} says of {@code subject}. */
    void keep(YearMonth month, Basis basis, YearMonth subject, Tally tally) {
        keep(month, basis, subject, "captures", COUNT, BigDecimal.valueOf(tally.captures));
        keep(month, basis, subject, "stays", COUNT, BigDecimal.valueOf(tally.stays));
        keep(month, basis, subject, "issued", tally.issued);
        keep(month, basis, subject, "voided", tally.voided);
        keep(month, basis, subject, "paid", tally.paid);
    }

    private void keep(YearMonth month, Basis basis, YearMonth subject, String measure, Sums sums) {
        for (Money sum : sums.all()) {
            keep(month, basis, subject, measure, sum.currency().getCurrencyCode(), sum.amount());
        }
    }

    private void keep(
            YearMonth month, Basis basis, YearMonth subject, String measure, String currency, BigDecimal value) {
        jdbc.sql("""
                INSERT INTO closed_figure (month, basis, of_month, measure, currency, value) VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(month.toString(), basis.word(), subject.toString(), measure, currency, value)
                .update();
    }
}
