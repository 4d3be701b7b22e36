package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.domain.place.Placed;
import io.plateflow.stats.aliases.Names;
import io.plateflow.stats.zones.ZoneVersions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The part of a capture's row that its end writes; what a person corrected stays as corrected. */
@Component
class EndRows {
    private final JdbcTemplate jdbc;
    private final ZoneVersions zones;

    EndRows(JdbcTemplate jdbc, ZoneVersions zones) {
        this.jdbc = jdbc;
        this.zones = zones;
    }

    /** With plates as {@code names} call them in the transaction that is open. */
    void write(Collection<Reading> ends, Names names) {
        if (ends.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                INSERT INTO capture
                  (id, status, end_attempt, ended_at, observed, plate, confidence, to_review, reason, reading, declared_plate)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE status = VALUES(status), end_attempt = VALUES(end_attempt),
                  ended_at = VALUES(ended_at), observed = VALUES(observed), plate = IF(correction > 0, plate, VALUES(plate)),
                  confidence = VALUES(confidence), to_review = IF(correction > 0, FALSE, VALUES(to_review)),
                  reason = VALUES(reason), reading = VALUES(reading),
                  declared_plate = COALESCE(VALUES(declared_plate), declared_plate)
                """, ends.stream().map(end -> row(end, names)).toList());
    }

    /** How {@code end} leaves its capture. */
    static String status(Reading end) {
        return end instanceof PlateRead ? "READ" : end instanceof PlateUnreadable ? "UNREADABLE" : "REJECTED";
    }

    /**
     * What a row holds of how its capture ended.
     *
     * @param at UTC
     * @param plate as read, by the name that it has now
     * @param declared by the sender
     */
    record End(
            String status,
            int attempt,
            @Nullable LocalDateTime at,
            @Nullable String plate,
            @Nullable Double confidence,
            boolean toReview,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String declared) {
        /** Of one that has not ended. */
        static final End NONE = new End("PENDING", 0, null, null, null, false, null, null, null);
    }

    End of(Reading end, Names names) {
        if (end instanceof PlateRead read) {
            Instant taken = CaptureRows.takenAt(read.capture());
            return end(
                    read,
                    names.of(read.plate().text().text(), taken),
                    read.plate().confidence(),
                    !bills(read),
                    null,
                    text(detail(read), names, taken),
                    declared(read.capture(), names));
        }
        if (end instanceof PlateUnreadable unreadable) {
            Instant taken = CaptureRows.takenAt(unreadable.capture());
            String declared = declared(unreadable.capture(), names);
            String detail = text(detail(unreadable), names, taken);
            return end(unreadable, null, null, declared != null, unreadable.reason(), detail, declared);
        }
        PlateRejected rejected = (PlateRejected) end;
        String detail = text(Map.of("detail", rejected.detail()), names, rejected.at());
        Capture capture = rejected.capture();
        String declared = capture == null ? null : declared(capture, names);
        return end(rejected, null, null, false, rejected.cause(), detail, declared);
    }

    /** A sender may say what the plate is long after the photo: with the next attempt of its end. */
    private static @Nullable String declared(Capture capture, Names names) {
        return names.written(capture.declaredPlate(), CaptureRows.takenAt(capture));
    }

    /** As billing decides: not what is unsure, nor where any reading waits for a person. */
    private boolean bills(PlateRead read) {
        if (!read.rated()) {
            return false;
        }
        Placed placed = zones.place(read.capture());
        return !placed.uncertain() && !placed.rules().confirmAll();
    }

    private static Map<String, Object> detail(PlateRead read) {
        return Map.of(
                "countries", read.plate().countries(),
                "candidates", read.plate().candidates(),
                "quadrilateral", read.plate().quadrilateral(),
                "others", read.others(),
                "engine", read.engine());
    }

    private static Map<String, Object> detail(PlateUnreadable unreadable) {
        return Map.of(
                "countries", List.of(),
                "candidates", unreadable.candidates(),
                "quadrilateral", List.of(),
                "engine", unreadable.engine());
    }

    private static End end(
            Reading end,
            @Nullable String plate,
            @Nullable Double confidence,
            boolean toReview,
            @Nullable String reason,
            String detail,
            @Nullable String declared) {
        return new End(
                status(end), end.attempt(), utc(end.at()), plate, confidence, toReview, reason, detail, declared);
    }

    private Object[] row(Reading reading, Names names) {
        End end = of(reading, names);
        return new @Nullable Object[] {
            bytes(reading.captureId()),
            end.status(),
            end.attempt(),
            end.at(),
            end.plate(),
            end.plate(),
            end.confidence(),
            end.toReview(),
            end.reason(),
            end.detail(),
            end.declared()
        };
    }

    private static String text(Map<String, Object> detail, Names names, Instant taken) {
        return names.in(Json.MAPPER.writeValueAsString(detail), taken);
    }
}
