package io.plateflow.stats.materialise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts everything again from the rows, without the service's code. */
public final class Recount {
    private static final String ROWS = """
            SELECT measure, day, currency, SUM(value) AS value FROM (
            SELECT 'captures' AS measure, local_day AS day, 'XXX' AS currency, COUNT(*) AS value
              FROM capture WHERE received_at IS NOT NULL GROUP BY local_day
            UNION ALL SELECT 'captures', '1000-01-01', 'XXX', COUNT(*) FROM capture WHERE received_at IS NOT NULL
            UNION ALL SELECT 'plates', local_day, 'XXX', COUNT(DISTINCT plate)
              FROM capture WHERE received_at IS NOT NULL GROUP BY local_day
            UNION ALL SELECT 'plates', '1000-01-01', 'XXX', COUNT(DISTINCT plate)
              FROM capture WHERE received_at IS NOT NULL
            UNION ALL SELECT 'locations', local_day, 'XXX', COUNT(DISTINCT location)
              FROM capture WHERE received_at IS NOT NULL GROUP BY local_day
            UNION ALL SELECT 'locations', '1000-01-01', 'XXX', COUNT(DISTINCT location)
              FROM capture WHERE received_at IS NOT NULL
            UNION ALL SELECT 'charged', service_day, currency, SUM(amount)
              FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL GROUP BY service_day, currency
            UNION ALL SELECT 'charged', '1000-01-01', currency, SUM(amount)
              FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL GROUP BY currency
            UNION ALL SELECT 'paid', settled_day, currency, SUM(amount) FROM settlement GROUP BY settled_day, currency
            UNION ALL SELECT 'paid', '1000-01-01', currency, SUM(amount) FROM settlement GROUP BY currency
            UNION ALL SELECT measure, day, 'XXX', value FROM carried_over
            ) counted GROUP BY measure, day, currency
            """;

    private static final String QUARTERS_OF_ROWS = """
            SELECT name, TIMESTAMP(DATE(at), SEC_TO_TIME(900 * FLOOR(TIME_TO_SEC(TIME(at)) / 900))) AS quarter,
              zone, currency, SUM(value) AS value
            FROM (
              SELECT 'captures' AS name, captured_at AS at, zone, 'XXX' AS currency, 1 AS value
                FROM capture WHERE received_at IS NOT NULL
              UNION ALL SELECT LOWER(status), captured_at, zone, 'XXX', 1
                FROM capture WHERE received_at IS NOT NULL AND status <> 'PENDING'
              UNION ALL SELECT 'issued', to_at, zone, 'XXX', 1
                FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL
              UNION ALL SELECT 'charged', to_at, zone, currency, amount
                FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL
              UNION ALL SELECT 'posted', posted_at, zone, currency, amount FROM charge WHERE amount IS NOT NULL
              UNION ALL SELECT 'posted', voided_at, zone, currency, -amount
                FROM charge WHERE amount IS NOT NULL AND voided_at IS NOT NULL
              UNION ALL SELECT 'paid', settled_at, zone, currency, amount FROM settlement
            ) counted GROUP BY 1, 2, 3, 4
            """;

    private static final String NAMES_OF_ROWS = """
            SELECT 'plate' AS kind, local_day AS day, HEX(plate) AS name, COUNT(*) AS value
              FROM capture WHERE received_at IS NOT NULL AND plate IS NOT NULL GROUP BY local_day, plate
            UNION ALL SELECT 'plate', '1000-01-01', HEX(plate), COUNT(*)
              FROM capture WHERE received_at IS NOT NULL AND plate IS NOT NULL GROUP BY plate
            UNION ALL SELECT 'location', local_day, UPPER(SHA2(location, 256)), COUNT(*)
              FROM capture WHERE received_at IS NOT NULL GROUP BY local_day, location
            UNION ALL SELECT 'location', '1000-01-01', UPPER(SHA2(location, 256)), COUNT(*)
              FROM capture WHERE received_at IS NOT NULL GROUP BY location
            """;

    private Recount() {}

    /** What every aggregate has to be; zeros left out. */
    public static Map<String, BigDecimal> ofRows(JdbcClient jdbc) {
        Map<String, BigDecimal> cells = cells(jdbc, ROWS, "measure", "day", "currency");
        cells.putAll(cells(jdbc, QUARTERS_OF_ROWS, "name", "quarter", "zone", "currency"));
        return cells;
    }

    /** What the aggregates are; zeros left out. */
    public static Map<String, BigDecimal> aggregates(JdbcClient jdbc) {
        Map<String, BigDecimal> cells =
                cells(jdbc, "SELECT measure, day, currency, value FROM total", "measure", "day", "currency");
        cells.putAll(cells(
                jdbc,
                "SELECT name, quarter, zone, currency, value FROM measure",
                "name",
                "quarter",
                "zone",
                "currency"));
        return cells;
    }

    /** How many captures each plate and each place has, of all time and by day, by the rows. */
    public static Map<String, BigDecimal> namesOfRows(JdbcClient jdbc) {
        return cells(jdbc, NAMES_OF_ROWS, "kind", "day", "name");
    }

    /** The same as it is kept; zeros left out. */
    public static Map<String, BigDecimal> names(JdbcClient jdbc) {
        return cells(jdbc, "SELECT kind, day, HEX(name) AS name, n AS value FROM distinct_key", "kind", "day", "name");
    }

    private static Map<String, BigDecimal> cells(JdbcClient jdbc, String sql, String... key) {
        Map<String, BigDecimal> cells = new TreeMap<>();
        jdbc.sql(sql)
                .query((row, n) -> {
                    List<String> parts = new ArrayList<>();
                    for (String column : key) {
                        parts.add(row.getString(column));
                    }
                    return cells.put(
                            String.join(" ", parts), row.getBigDecimal("value").setScale(4));
                })
                .list();
        cells.values().removeIf(value -> value.signum() == 0);
        return cells;
    }
}
