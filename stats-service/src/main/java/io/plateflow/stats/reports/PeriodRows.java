package io.plateflow.stats.reports;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.money.Sums;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rows say of a period now, asked within the caller's transaction. */
@Component
class PeriodRows {
    /** Seconds: every time zone's days begin on one. */
    private static final long QUARTER = 900;
    /** Seconds from where TO_SECONDS counts to 1970. */
    private static final long YEAR_0 = 62_167_219_200L;

    private static final String VOIDED = "IF(voided_at IS NULL, NULL, amount)";

    private final JdbcClient jdbc;
    private final ZoneId timeZone;

    PeriodRows(JdbcClient jdbc, StatsProperties properties) {
        this.jdbc = jdbc;
        this.timeZone = properties.timeZone();
    }

    /**
     * A period's rows by name.
     *
     * @param total of all; plates count once
     * @param inProcess captures of the period without an end yet
     * @param toReview captures of the period that wait for a person
     */
    record Gathered(SortedMap<String, Tally> rows, Tally total, long inProcess, long toReview) {}

    Gathered gather(Period period, By by, Basis basis) {
        LocalDateTime from = utc(period.from().atStartOfDay(timeZone).toInstant());
        LocalDateTime to = utc(period.to().atStartOfDay(timeZone).toInstant());
        SortedMap<String, Tally> rows = new TreeMap<>();
        Tally total = new Tally();
        captures(by, period, from, to, rows);
        stays(by, from, to, rows);
        charges(by, basis, from, to, rows);
        payments(by, from, to, rows, total);
        rows.values().forEach(total::add);
        if (by == By.TARIFF) {
            total.captures = number("TRUE", "by_time", from, to);
        }
        total.plates = plates(period);
        return new Gathered(
                rows,
                total,
                number("status = 'PENDING'", "by_status", from, to),
                number("to_review", "by_review", from, to));
    }

    private void captures(By by, Period period, LocalDateTime from, LocalDateTime to, Map<String, Tally> rows) {
        switch (by) {
            case ZONE -> ofZones(from, to, rows);
            case DAY -> ofDays(period, rows);
            case TARIFF -> {}
        }
    }

    /** Zone by zone, each from its first capture of the period to its last: that is how the index has them. */
    private void ofZones(LocalDateTime from, LocalDateTime to, Map<String, Tally> rows) {
        List<String> zones = jdbc.sql("SELECT DISTINCT zone FROM capture WHERE zone IS NOT NULL")
                .query(String.class)
                .list();
        if (zones.isEmpty()) {
            return;
        }
        jdbc.sql("""
                SELECT zone AS name, COUNT(*) AS captures, COUNT(DISTINCT plate) AS plates FROM capture FORCE INDEX (by_zone)
                WHERE zone IN (:zones) AND captured_at >= :from AND captured_at < :to GROUP BY name
                """)
                .param("zones", zones)
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

    /** Captures and plates of each day are counted as they come in: what is kept equals a recount of the rows. */
    private void ofDays(Period period, Map<String, Tally> rows) {
        jdbc.sql("""
                SELECT day AS name, value AS captures FROM total
                WHERE measure = 'captures' AND day >= :from AND day < :to AND value > 0
                """)
                .param("from", period.from())
                .param("to", period.to())
                .query((row, n) -> rows.computeIfAbsent(row.getString("name"), name -> new Tally()).captures =
                        row.getLong("captures"))
                .list();
        jdbc.sql("""
                SELECT day AS name, COUNT(*) AS plates FROM distinct_key FORCE INDEX (PRIMARY)
                WHERE kind = 'plate' AND day >= :from AND day < :to AND n > 0 GROUP BY day
                """)
                .param("from", period.from())
                .param("to", period.to())
                .query((row, n) ->
                        rows.computeIfAbsent(row.getString("name"), name -> new Tally()).plates = row.getLong("plates"))
                .list();
    }

    private void stays(By by, LocalDateTime from, LocalDateTime to, Map<String, Tally> rows) {
        List<String> zones =
                jdbc.sql("SELECT DISTINCT zone FROM stay").query(String.class).list();
        if (zones.isEmpty()) {
            return;
        }
        jdbc.sql("""
                SELECT %s AS name, COUNT(*) AS stays FROM stay FORCE INDEX (ended)
                WHERE zone IN (:zones) AND to_at >= :from AND to_at < :to AND state = 'CLOSED' GROUP BY name
                """.formatted(group(by, "to_at")))
                .param("zones", zones)
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
        switch (basis) {
            case SERVICE ->
                money(by, by == By.ZONE ? "by_zone" : "by_service_money", "to_at", "amount", VOIDED, from, to, rows);
            case POSTED -> {
                money(by, "by_time", "posted_at", "amount", "NULL", from, to, rows);
                money(by, "by_void", "voided_at", "NULL", "amount", from, to, rows);
            }
        }
    }

    /**
     * Sums of the charges whose {@code time} is in the period, by an index that has all that is asked for: left alone the
     * database walks through one from its beginning, however long ago that is.
     *
     * @param issued of a charge
     * @param voided of a charge
     */
    private void money(
            By by,
            String index,
            String time,
            String issued,
            String voided,
            LocalDateTime from,
            LocalDateTime to,
            Map<String, Tally> rows) {
        Set<String> zones = new TreeSet<>();
        Set<String> currencies = new TreeSet<>();
        jdbc.sql("SELECT DISTINCT zone, currency FROM charge FORCE INDEX (by_zone) WHERE zone IS NOT NULL")
                .query(row -> {
                    zones.add(row.getString("zone"));
                    currencies.add(row.getString("currency"));
                });
        if (zones.isEmpty()) {
            return;
        }
        jdbc.sql("""
                SELECT %1$s AS name, currency, SUM(%4$s) AS issued, SUM(%5$s) AS voided FROM charge FORCE INDEX (%2$s)
                WHERE zone IN (:zones) AND currency IN (:currencies) AND %3$s >= :from AND %3$s < :to AND amount IS NOT NULL
                GROUP BY name, currency
                """.formatted(group(by, time), index, time, issued, voided))
                .param("zones", zones)
                .param("currencies", currencies)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    Tally tally = tally(by, row, rows);
                    add(tally.issued, row, "issued");
                    add(tally.voided, row, "voided");
                });
    }

    private static void add(Sums sums, ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        if (amount != null) {
            sums.add(new Money(amount, Currency.getInstance(row.getString("currency"))));
        }
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
                    add(tally.paid, row, "amount");
                    return tally;
                })
                .list();
    }

    /** When the first photo of all was taken; null without any. */
    @Nullable
    Instant firstCapturedAt() {
        return jdbc.sql("SELECT MIN(captured_at) AS first FROM capture")
                .query((row, n) -> Optional.ofNullable(Columns.instantOrNull(row, "first")))
                .single()
                .orElse(null);
    }

    private long number(String which, String index, LocalDateTime from, LocalDateTime to) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM capture FORCE INDEX (%s) WHERE captured_at >= :from AND captured_at < :to AND %s
                """.formatted(index, which))
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .single();
    }

    /** Distinct ones, each day's from the reference counts: fewer than there are captures, and in order. */
    private long plates(Period period) {
        return jdbc.sql("""
                SELECT COUNT(DISTINCT name) FROM distinct_key FORCE INDEX (PRIMARY)
                WHERE kind = 'plate' AND day >= :from AND day < :to AND n > 0
                """)
                .param("from", period.from())
                .param("to", period.to())
                .query(Long.class)
                .single();
    }

    /** What rows are grouped by; of days the quarters of an hour, for the database need not know time zones. */
    private static String group(By by, String time) {
        return by == By.DAY ? "TO_SECONDS(%s) DIV %d".formatted(time, QUARTER) : by.ofCharges;
    }

    private Tally tally(By by, ResultSet row, Map<String, Tally> rows) throws SQLException {
        String name = by == By.DAY
                ? LocalDate.ofInstant(Instant.ofEpochSecond(row.getLong("name") * QUARTER - YEAR_0), timeZone)
                        .toString()
                : row.getString("name");
        return rows.computeIfAbsent(name, one -> new Tally());
    }
}
