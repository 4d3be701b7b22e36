package io.plateflow.local;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Every total beside the count or sum of the rows that it stands for, and what deleted ones left; work of its own, with nothing of the services. */
final class RecountedTotals {
    private static final String DIFFERENCES = """
            SELECT measure, day, currency, SUM(kept) AS kept, SUM(counted) AS counted FROM (
              SELECT measure, day, currency, value AS kept, 0 AS counted FROM total
              UNION ALL SELECT 'captures', local_day, 'XXX', 0, COUNT(*)
                FROM capture WHERE received_at IS NOT NULL GROUP BY local_day
              UNION ALL SELECT 'captures', '1000-01-01', 'XXX', 0, COUNT(*) FROM capture WHERE received_at IS NOT NULL
              UNION ALL SELECT 'plates', local_day, 'XXX', 0, COUNT(DISTINCT plate)
                FROM capture WHERE received_at IS NOT NULL GROUP BY local_day
              UNION ALL SELECT 'plates', '1000-01-01', 'XXX', 0, COUNT(DISTINCT plate)
                FROM capture WHERE received_at IS NOT NULL
              UNION ALL SELECT measure, day, 'XXX', 0, value FROM carried_over
              UNION ALL SELECT 'locations', local_day, 'XXX', 0, COUNT(DISTINCT location)
                FROM capture WHERE received_at IS NOT NULL GROUP BY local_day
              UNION ALL SELECT 'locations', '1000-01-01', 'XXX', 0, COUNT(DISTINCT location)
                FROM capture WHERE received_at IS NOT NULL
              UNION ALL SELECT 'charged', service_day, currency, 0, SUM(amount)
                FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL GROUP BY service_day, currency
              UNION ALL SELECT 'charged', '1000-01-01', currency, 0, SUM(amount)
                FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL GROUP BY currency
              UNION ALL SELECT 'paid', settled_day, currency, 0, SUM(amount)
                FROM settlement GROUP BY settled_day, currency
              UNION ALL SELECT 'paid', '1000-01-01', currency, 0, SUM(amount) FROM settlement GROUP BY currency
            ) sides GROUP BY measure, day, currency HAVING SUM(kept) <> SUM(counted) ORDER BY measure, day, currency
            """;

    private RecountedTotals() {}

    /** A total that is not what its rows say. */
    record Wrong(String measure, LocalDate day, String currency, BigDecimal kept, BigDecimal counted) {
        @Override
        public String toString() {
            return "total %s, %s, %s: kept %s, counted %s"
                    .formatted(
                            measure,
                            Recount.day(day),
                            currency,
                            kept.stripTrailingZeros().toPlainString(),
                            counted.stripTrailingZeros().toPlainString());
        }
    }

    static List<Wrong> ask(Connection connection) throws SQLException {
        return Database.ask(
                connection,
                DIFFERENCES,
                row -> new Wrong(
                        row.getString("measure"),
                        row.getObject("day", LocalDate.class),
                        row.getString("currency"),
                        row.getBigDecimal("kept"),
                        row.getBigDecimal("counted")));
    }

    static void mend(Connection connection, List<Wrong> wrong) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("""
                INSERT INTO total (measure, day, currency, value) VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE value = VALUES(value)
                """)) {
            for (Wrong one : wrong) {
                put.setString(1, one.measure());
                put.setObject(2, one.day());
                put.setString(3, one.currency());
                put.setBigDecimal(4, one.counted());
                put.executeUpdate();
            }
        }
    }
}
