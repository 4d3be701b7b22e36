package io.plateflow.stats.trail;

import io.plateflow.stats.storage.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit as it is answered.
 *
 * @param who user name; empty: a name that no account has
 * @param done false: it was asked for, and is not known to have been accepted
 */
record Entry(
        UUID id,
        Instant at,
        String who,
        String address,
        String action,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String detail,
        boolean done) {

    static Entry of(ResultSet row, int n) throws SQLException {
        return new Entry(
                Columns.id(row, "id"),
                Columns.instant(row, "at"),
                row.getString("who"),
                row.getString("address"),
                row.getString("action"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("detail"),
                row.getBoolean("done"));
    }
}
