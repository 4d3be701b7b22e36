package io.plateflow.stats.reports;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.money.Sums;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.Freshness;
import io.plateflow.stats.storage.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Works reports out of the rows, all parts at one moment of the database. */
@Component
class Reports {
    private final JdbcClient jdbc;
    private final Freshness freshness;
    private final StatsProperties properties;

    Reports(JdbcClient jdbc, Freshness freshness, StatsProperties properties) {
        this.jdbc = jdbc;
        this.freshness = freshness;
        this.properties = properties;
    }

    /** What the rows of a report are. */
    enum By {
        ZONE("zone", "zone", "zone"),
        DAY("local_day", "", "settled_day"),
        TARIFF(null, "tariff", null);

        /** Of captures and of payments; null where these have none. */
        final @Nullable String ofCaptures;

        /** Of charges and stays; a day is worked out from their times. */
        final String ofCharges;

        final @Nullable String ofPayments;

        By(@Nullable String ofCaptures, String ofCharges, @Nullable String ofPayments) {
            this.ofCaptures = ofCaptures;
            this.ofCharges = ofCharges;
            this.ofPayments = ofPayments;
        }
    }

    /** Gathers a row. */
    private static final class Tally {
        private long captures;
        private long plates;
        private long stays;
        private final Sums issued = new Sums();
        private final Sums voided = new Sums();
        private final Sums paid = new Sums();

        void add(Tally other) {
            captures += other.captures;
            stays += other.stays;
            issued.addAll(other.issued);
            voided.addAll(other.voided);
            paid.addAll(other.paid);
        }

        Report.Row row(String name) {
            Sums net = issued.less(voided);
            return new Report.Row(
                    name,
                    captures,
                    plates,
                    stays,
                    amounts(issued),
                    amounts(voided),
                    amounts(net),
                    amounts(paid),
                    amounts(net.less(paid)));
        }
    }

    /** One moment for all questions: what comes in meanwhile is in none of them. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report of(Period period, By by, Basis basis) {
        Instant dataAt = freshness.dataAt();
        ZoneId timeZone = properties.timeZone();
        LocalDateTime from = utc(period.from().atStartOfDay(timeZone).toInstant());
        LocalDateTime to = utc(period.to().atStartOfDay(timeZone).toInstant());
        SortedMap<String, Tally> rows = new TreeMap<>();
        Tally total = new Tally();
        captures(by, from, to, rows);
        stays(by, from, to, rows);
        charges(by, basis, from, to, rows);
        payments(by, from, to, rows, total);
        rows.values().forEach(total::add);
        Work work = work(from, to);
        total.captures = work.captures;
        total.plates = work.plates;
        return new Report(
                period.name(),
                period.from(),
                period.to(),
                timeZone.getId(),
                basis.name().toLowerCase(Locale.ROOT),
                by.name().toLowerCase(Locale.ROOT),
                dataAt,
                work.inProcess,
                work.toReview,
                total.row(""),
                rows.entrySet().stream()
                        .map(row -> row.getValue().row(row.getKey()))
                        .toList());
    }

    private void captures(By by, LocalDateTime from, LocalDateTime to, Map<String, Tally> rows) {
        if (by.ofCaptures == null) {
            return;
        }
        jdbc.sql("""
                SELECT %s AS name, COUNT(*) AS captures, COUNT(DISTINCT plate) AS plates FROM capture
                WHERE captured_at >= :from AND captured_at < :to GROUP BY name
                """.formatted(by.ofCaptures))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> {
                    Tally tally = rows.computeIfAbsent(row.getString("name"), name -> new Tally());
                    tally.captures = row.getLong("captures");
                    tally.plates = row.getLong("plates");
                    return tally;
                })
                .list();
    }

    private void stays(By by, LocalDateTime from, LocalDateTime to, Map<String, Tally> rows) {
        jdbc.sql("""
                SELECT %s AS name, COUNT(*) AS stays FROM stay
                WHERE to_at >= :from AND to_at < :to AND state = 'CLOSED' GROUP BY name
                """.formatted(group(by, "to_at")))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> {
                    Tally tally = tally(by, row, rows);
                    tally.stays += row.getLong("stays");
                    return tally;
                })
                .list();
    }

    private void charges(By by, Basis basis, LocalDateTime from, LocalDateTime to, Map<String, Tally> rows) {
        boolean service = basis == Basis.SERVICE;
        money(by, service ? "to_at" : "posted_at", "TRUE", from, to, rows, false);
        money(by, service ? "to_at" : "voided_at", "voided_at IS NOT NULL", from, to, rows, true);
    }

    private void money(
            By by,
            String time,
            String which,
            LocalDateTime from,
            LocalDateTime to,
            Map<String, Tally> rows,
            boolean voided) {
        jdbc.sql("""
                SELECT %1$s AS name, currency, SUM(amount) AS amount FROM charge
                WHERE %2$s >= :from AND %2$s < :to AND amount IS NOT NULL AND %3$s GROUP BY name, currency
                """.formatted(group(by, time), time, which))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> {
                    Tally tally = tally(by, row, rows);
                    (voided ? tally.voided : tally.issued).add(money(row));
                    return tally;
                })
                .list();
    }

    /** Payments have no tariff: by tariff they are in the total alone. */
    private void payments(By by, LocalDateTime from, LocalDateTime to, Map<String, Tally> rows, Tally total) {
        jdbc.sql("""
                SELECT %s AS name, currency, SUM(amount) AS amount FROM settlement
                WHERE settled_at >= :from AND settled_at < :to GROUP BY name, currency
                """.formatted(by.ofPayments == null ? "''" : by.ofPayments))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> {
                    Tally tally = by.ofPayments == null
                            ? total
                            : rows.computeIfAbsent(row.getString("name"), one -> new Tally());
                    tally.paid.add(money(row));
                    return tally;
                })
                .list();
    }

    private record Work(long captures, long plates, long inProcess, long toReview) {}

    private Work work(LocalDateTime from, LocalDateTime to) {
        return jdbc.sql("""
                SELECT COUNT(*) AS captures, COUNT(DISTINCT plate) AS plates,
                  COALESCE(SUM(status = 'PENDING'), 0) AS pending, COALESCE(SUM(to_review), 0) AS to_review
                FROM capture WHERE captured_at >= :from AND captured_at < :to
                """)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Work(
                        row.getLong("captures"),
                        row.getLong("plates"),
                        row.getLong("pending"),
                        row.getLong("to_review")))
                .single();
    }

    /** What rows are grouped by; of days the quarters of an hour, for the database need not know time zones. */
    private static String group(By by, String time) {
        return by == By.DAY
                ? "TIMESTAMP(DATE(%1$s), SEC_TO_TIME(900 * FLOOR(TIME_TO_SEC(TIME(%1$s)) / 900)))".formatted(time)
                : by.ofCharges;
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency")));
    }

    private static List<Amount> amounts(Sums sums) {
        return sums.all().stream().map(Amount::of).toList();
    }

    private Tally tally(By by, ResultSet row, Map<String, Tally> rows) throws SQLException {
        String name = by == By.DAY
                ? LocalDate.ofInstant(Columns.instant(row, "name"), properties.timeZone())
                        .toString()
                : row.getString("name");
        return rows.computeIfAbsent(name, one -> new Tally());
    }
}
