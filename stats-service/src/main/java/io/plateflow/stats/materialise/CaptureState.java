package io.plateflow.stats.materialise;

import io.plateflow.stats.storage.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a capture's row holds before a batch.
 *
 * @param factsKnown whether some event brought the capture's facts
 * @param attempt the highest seen
 * @param endAttempt of the end in force; 0 without one
 * @param correction the highest n of a person's corrections; 0 without one
 * @param plate effective plate
 * @param localDay of the capture
 * @param status PENDING, READ, UNREADABLE, REJECTED
 * @param capturedAt of the capture
 * @param takenAt by when the photo was taken: a camera's clock may be ahead of the gateway's
 * @param zone of the capture's place
 * @param photoGone whether its photo was deleted
 * @param sha256 of its photo; null while its facts are not known
 * @param deleted whether all that tells of the vehicle was: nothing of it is written again
 */
record CaptureState(
        boolean factsKnown,
        int attempt,
        int endAttempt,
        int correction,
        @Nullable String plate,
        @Nullable LocalDate localDay,
        String status,
        @Nullable Instant capturedAt,
        @Nullable Instant takenAt,
        @Nullable String zone,
        boolean photoGone,
        @Nullable String sha256,
        boolean deleted) {
    /** Of a row that was made just now. */
    static final CaptureState NEW =
            new CaptureState(false, 1, 0, 0, null, null, "PENDING", null, null, null, false, null, false);

    CaptureState withFacts(LocalDate day, Instant capturedAt, Instant takenAt, String zone) {
        return new CaptureState(
                true,
                attempt,
                endAttempt,
                correction,
                plate,
                day,
                status,
                capturedAt,
                takenAt,
                zone,
                photoGone,
                sha256,
                deleted);
    }

    CaptureState withEnd(int endAttempt, String status, @Nullable String plate, boolean erased) {
        return decided(endAttempt, correction, status, plate, erased);
    }

    CaptureState withCorrection(int n, @Nullable String plate, boolean erased) {
        return decided(endAttempt, n, status, plate, erased);
    }

    private CaptureState decided(
            int endAttempt, int correction, String status, @Nullable String plate, boolean erased) {
        return new CaptureState(
                factsKnown,
                attempt,
                endAttempt,
                correction,
                plate,
                localDay,
                status,
                capturedAt,
                takenAt,
                zone,
                photoGone || erased,
                sha256,
                deleted || erased);
    }

    /** Counts the capture by how it ended, once it did and its facts are known; {@code by} is 1 or −1. */
    void countOutcome(Deltas deltas, int by) {
        if (factsKnown && capturedAt != null && zone != null && !status.equals("PENDING")) {
            deltas.count(status.toLowerCase(Locale.ROOT), capturedAt, zone, by);
        }
    }

    static CaptureState of(ResultSet row) throws SQLException {
        return new CaptureState(
                row.getBoolean("facts_known"),
                row.getInt("attempt"),
                row.getInt("end_attempt"),
                row.getInt("correction"),
                row.getString("plate"),
                row.getObject("local_day", LocalDate.class),
                row.getString("status"),
                Columns.instantOrNull(row, "captured_at"),
                Columns.instantOrNull(row, "taken_at"),
                row.getString("zone"),
                row.getBoolean("photo_gone"),
                row.getString("known_sha256"),
                row.getBoolean("deleted"));
    }
}
