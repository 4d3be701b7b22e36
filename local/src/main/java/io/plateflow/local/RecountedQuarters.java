package io.plateflow.local;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Every measure of a quarter of an hour beside what its rows say; work of its own, with nothing of the services. */
final class RecountedQuarters {
    private static final String DIFFERENCES = """
            SELECT name, quarter, zone, currency, SUM(kept) AS kept, SUM(counted) AS counted FROM (
              SELECT name, quarter, zone, currency, value AS kept, 0 AS counted FROM measure
              UNION ALL
              SELECT name, TIMESTAMP(DATE(at), SEC_TO_TIME(900 * FLOOR(TIME_TO_SEC(TIME(at)) / 900))), zone, currency, 0, value
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
              ) of_rows
            ) sides GROUP BY name, quarter, zone, currency HAVING SUM(kept) <> SUM(counted)
            ORDER BY name, quarter, zone, currency
            """;

    private RecountedQuarters() {}

    /**
     * A measure that is not what its rows say.
     *
     * @param quarter UTC
     */
    record Wrong(String name, String quarter, String zone, String currency, BigDecimal kept, BigDecimal counted) {
        @Override
        public String toString() {
            return "measure %s, %s UTC, %s, %s: kept %s, counted %s"
                    .formatted(
                            name,
                            quarter,
                            zone,
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
                        row.getString("name"),
                        row.getString("quarter"),
                        row.getString("zone"),
                        row.getString("currency"),
                        row.getBigDecimal("kept"),
                        row.getBigDecimal("counted")));
    }

    static void mend(Connection connection, List<Wrong> wrong) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement("""
                INSERT INTO measure (name, quarter, zone, currency, value) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE value = VALUES(value)
                """)) {
            for (Wrong one : wrong) {
                write.setString(1, one.name());
                write.setString(2, one.quarter());
                write.setString(3, one.zone());
                write.setString(4, one.currency());
                write.setBigDecimal(5, one.counted());
                write.addBatch();
            }
            write.executeBatch();
        }
    }
}
