package io.plateflow.stats.erasure;

import static io.plateflow.stats.storage.Columns.idOrNull;
import static io.plateflow.stats.storage.Columns.instant;
import static java.util.Objects.requireNonNullElse;

import io.plateflow.stats.storage.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that is not done, as it is locked for one step.
 *
 * @param plate in clear; empty when one capture is meant
 * @param alias what stands for it; empty when one capture is meant
 * @param capture null when a plate is meant
 * @param lookedIn how many tables were looked through
 * @param lookedTo key of the last row of the next one that was looked at
 */
record Todo(UUID id, String plate, String alias, @Nullable UUID capture, Instant until, int lookedIn, UUID lookedTo) {

    static Todo of(ResultSet row) throws SQLException {
        return new Todo(
                Columns.id(row, "id"),
                requireNonNullElse(row.getString("plate"), ""),
                requireNonNullElse(row.getString("alias"), ""),
                idOrNull(row, "capture_id"),
                instant(row, "until_at"),
                row.getInt("looked_in"),
                Columns.id(row, "looked_to"));
    }
}
