package io.plateflow.stats.series;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.query.Amount;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures per quarter of an hour. */
@Component
class Quarters {
    private static final String COUNT = "XXX";

    private final JdbcClient jdbc;

    Quarters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a measure was in one quarter. */
    record Value(Instant from, String currency, BigDecimal value) {}

    /** Values added up, by currency. */
    record Sum(SortedMap<String, BigDecimal> byCurrency) {
        static final Sum NOTHING = new Sum(new TreeMap<>());

        static Sum of(List<Value> values) {
            SortedMap<String, BigDecimal> sums = new TreeMap<>();
            values.forEach(v -> sums.merge(v.currency(), v.value(), BigDecimal::add));
            return new Sum(sums);
        }

        long count() {
            return byCurrency.getOrDefault(COUNT, BigDecimal.ZERO).longValueExact();
        }

        /** By currency; zero of {@code otherwise} when there is none. */
        List<Amount> amounts(Currency otherwise) {
            return byCurrency.isEmpty()
                    ? List.of(Amount.of(BigDecimal.ZERO, otherwise.getCurrencyCode()))
                    : byCurrency.entrySet().stream()
                            .map(sum -> Amount.of(sum.getValue(), sum.getKey()))
                            .toList();
        }
    }

    /** Of one zone, or with null of all; from inclusive, to exclusive. */
    List<Value> ask(String measure, Instant from, Instant to, @Nullable String zone) {
        return jdbc.sql("""
                SELECT quarter, currency, SUM(value) AS value FROM measure
                WHERE name = :measure AND quarter >= :from AND quarter < :to AND (:zone IS NULL OR zone = :zone)
                GROUP BY quarter, currency
                """)
                .param("measure", measure)
                .param("from", utc(from))
                .param("to", utc(to))
                .param("zone", zone)
                .query((row, n) -> new Value(
                        Columns.instant(row, "quarter"), row.getString("currency"), row.getBigDecimal("value")))
                .list();
    }

    /** Adds values up by the local step that they fall in. */
    static Collector<Value, ?, Map<Instant, Sum>> inSteps(Bucket bucket, ZoneId timeZone) {
        return Collectors.groupingBy(
                value -> bucket.begin(value.from().atZone(timeZone)).toInstant(),
                Collectors.collectingAndThen(Collectors.toList(), Sum::of));
    }
}
