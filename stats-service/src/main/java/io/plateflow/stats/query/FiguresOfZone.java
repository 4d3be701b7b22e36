package io.plateflow.stats.query;

import io.plateflow.stats.StatsProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of one zone, counted in its rows. */
@Component
class FiguresOfZone {
    private final JdbcClient jdbc;
    private final StatsProperties properties;

    FiguresOfZone(JdbcClient jdbc, StatsProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** {@code day} null is all time. */
    Figures of(String zone, @Nullable LocalDate day) {
        return jdbc.sql("""
                SELECT COUNT(*) AS captures, COUNT(DISTINCT plate) AS plates, COUNT(DISTINCT location) AS locations
                FROM capture WHERE zone = :zone AND (:day IS NULL OR local_day = :day)
                """)
                .param("zone", zone)
                .param("day", day)
                .query((row, n) -> new Figures(
                        row.getLong("captures"),
                        row.getLong("plates"),
                        row.getLong("locations"),
                        charged(zone, day),
                        paid(zone, day)))
                .single();
    }

    private List<Amount> charged(String zone, @Nullable LocalDate day) {
        return money(zone, day, """
                SELECT currency, SUM(amount) AS amount FROM charge
                WHERE zone = :zone AND voided_at IS NULL AND (:day IS NULL OR service_day = :day)
                GROUP BY currency ORDER BY currency
                """);
    }

    private List<Amount> paid(String zone, @Nullable LocalDate day) {
        return money(zone, day, """
                SELECT currency, SUM(amount) AS amount FROM settlement
                WHERE zone = :zone AND (:day IS NULL OR settled_day = :day)
                GROUP BY currency ORDER BY currency
                """);
    }

    private List<Amount> money(String zone, @Nullable LocalDate day, String question) {
        List<Amount> amounts = jdbc.sql(question)
                .param("zone", zone)
                .param("day", day)
                .query((row, n) -> Amount.of(row.getBigDecimal("amount"), row.getString("currency")))
                .list();
        return Amount.orZero(amounts, properties.currency());
    }
}
