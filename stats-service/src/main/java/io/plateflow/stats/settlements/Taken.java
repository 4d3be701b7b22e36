package io.plateflow.stats.settlements;

import io.plateflow.stats.query.Amount;
import io.plateflow.stats.storage.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A payment that somebody took.
 *
 * @param by user name
 */
public record Taken(Amount amount, String method, String by, Instant at) {

    /** A row of columns {@code amount}, {@code currency}, {@code method}, {@code paid_by} and {@code paid_at}. */
    static Taken of(ResultSet row) throws SQLException {
        return new Taken(
                Amount.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("method"),
                row.getString("paid_by"),
                Columns.instant(row, "paid_at"));
    }
}
