package io.plateflow.stats.query;

import io.plateflow.stats.StatsProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of all zones, from the aggregates: as fast with a million captures as with one. */
@Component
class FiguresOfAll {
    /** The day that stands for all time in {@code total}. */
    static final LocalDate ALL_TIME = LocalDate.of(1000, 1, 1);

    private final JdbcClient jdbc;
    private final StatsProperties properties;

    FiguresOfAll(JdbcClient jdbc, StatsProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    Figures on(LocalDate day) {
        Map<String, Long> counts = new HashMap<>();
        List<Amount> charged = new ArrayList<>();
        List<Amount> paid = new ArrayList<>();
        jdbc.sql("SELECT measure, currency, value FROM total WHERE day = :day ORDER BY currency")
                .param("day", day)
                .query((row, n) -> {
                    String measure = row.getString("measure");
                    BigDecimal value = row.getBigDecimal("value");
                    return switch (measure) {
                        case "charged" -> charged.add(Amount.of(value, row.getString("currency")));
                        case "paid" -> paid.add(Amount.of(value, row.getString("currency")));
                        default -> counts.put(measure, value.longValueExact());
                    };
                })
                .list();
        return new Figures(
                counts.getOrDefault("captures", 0L),
                counts.getOrDefault("plates", 0L),
                counts.getOrDefault("locations", 0L),
                Amount.orZero(charged, properties.currency()),
                Amount.orZero(paid, properties.currency()));
    }
}
