package io.plateflow.stats.retries;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.instantOrNull;

import io.plateflow.contracts.Capture;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.storage.CaptureFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of a rejected capture, as far as it can be read again. */
@Component
class Rejected {
    private final JdbcClient jdbc;

    Rejected(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String status,
            int endAttempt,
            @Nullable Instant photoGoneAt,
            @Nullable Capture capture) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("status"),
                    row.getInt("end_attempt"),
                    instantOrNull(row, "photo_gone_at"),
                    row.getString("received_at") == null ? null : CaptureFacts.of(row));
        }
    }

    /**
     * The capture as its next attempt: as long as that has no end, it is the same one.
     *
     * @throws org.springframework.web.ErrorResponseException 404, 409 or 410: it is not there, was not rejected, or cannot be
     *     read again
     */
    Capture next(UUID id) {
        Row row = jdbc.sql("SELECT * FROM capture WHERE id = :id")
                .param("id", bytes(id))
                .query((r, n) -> Row.of(r))
                .optional()
                .orElseThrow(() -> Refusals.notFound("capture"));
        if (!row.status.equals("REJECTED")) {
            throw Refusals.of(HttpStatus.CONFLICT, "not_rejected", "the capture is not rejected: look at it again");
        }
        if (row.photoGoneAt != null) {
            throw Refusals.photoDeleted(row.photoGoneAt);
        }
        if (row.capture == null) {
            throw Refusals.of(
                    HttpStatus.CONFLICT,
                    "facts_missing",
                    "when and where the photo was taken could not be read: have it sent again");
        }
        return row.capture.as(row.endAttempt + 1);
    }
}
