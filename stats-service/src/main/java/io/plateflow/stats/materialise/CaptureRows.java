package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;
import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.domain.place.MapsUrl;
import io.plateflow.domain.place.Placed;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.storage.Columns;
import io.plateflow.stats.zones.ZoneVersions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row per capture, made by whichever topic names it first; here its facts, which the first event brings. */
@Component
class CaptureRows {
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final ZoneVersions zones;
    private final ZoneId timeZone;

    CaptureRows(JdbcTemplate jdbc, JdbcClient client, ZoneVersions zones, StatsProperties properties) {
        this.jdbc = jdbc;
        this.client = client;
        this.zones = zones;
        this.timeZone = properties.timeZone();
    }

    /**
     * What a row holds before the batch.
     *
     * @param factsKnown whether some event brought the capture's facts
     * @param attempt the highest seen
     * @param endAttempt of the end in force; 0 without one
     * @param correction the highest n of a person's corrections; 0 without one
     * @param plate effective plate
     * @param localDay of the capture
     * @param status PENDING, READ, UNREADABLE, REJECTED
     * @param capturedAt of the capture
     * @param zone of the capture's place
     * @param photoGone whether its photo was deleted
     * @param deleted whether all that tells of the vehicle was: nothing of it is written again
     */
    record State(
            boolean factsKnown,
            int attempt,
            int endAttempt,
            int correction,
            @Nullable String plate,
            @Nullable LocalDate localDay,
            String status,
            @Nullable Instant capturedAt,
            @Nullable String zone,
            boolean photoGone,
            boolean deleted) {
        State withFacts(LocalDate day, Instant capturedAt, String zone) {
            return new State(
                    true, attempt, endAttempt, correction, plate, day, status, capturedAt, zone, photoGone, deleted);
        }

        State withEnd(int endAttempt, String status, @Nullable String plate) {
            return new State(
                    factsKnown,
                    attempt,
                    endAttempt,
                    correction,
                    plate,
                    localDay,
                    status,
                    capturedAt,
                    zone,
                    photoGone,
                    deleted);
        }

        State withCorrection(int n, @Nullable String plate) {
            return new State(
                    factsKnown, attempt, endAttempt, n, plate, localDay, status, capturedAt, zone, photoGone, deleted);
        }

        /** Counts the capture by how it ended, once it did and its facts are known; {@code by} is 1 or −1. */
        void countOutcome(Deltas deltas, int by) {
            if (factsKnown && capturedAt != null && zone != null && !status.equals("PENDING")) {
                deltas.count(status.toLowerCase(Locale.ROOT), capturedAt, zone, by);
            }
        }

        private static State of(ResultSet row) throws SQLException {
            return new State(
                    row.getBoolean("facts_known"),
                    row.getInt("attempt"),
                    row.getInt("end_attempt"),
                    row.getInt("correction"),
                    row.getString("plate"),
                    row.getObject("local_day", LocalDate.class),
                    row.getString("status"),
                    Columns.instantOrNull(row, "captured_at"),
                    row.getString("zone"),
                    row.getBoolean("photo_gone"),
                    row.getBoolean("deleted"));
        }
    }

    /**
     * Makes the rows that are absent and locks all until the transaction ends, in the order of their ids: the same
     * capture may come from two topics at once, and only one of them may find it new.
     */
    Map<UUID, State> lock(Collection<UUID> ids) {
        List<byte[]> sorted = new TreeSet<>(ids).stream().map(Columns::bytes).toList();
        jdbc.batchUpdate(
                "INSERT INTO capture (id) VALUES (?) ON DUPLICATE KEY UPDATE id = VALUES(id)",
                sorted.stream().map(id -> new Object[] {id}).toList());
        Map<UUID, State> states = new HashMap<>();
        client.sql("""
                SELECT id, received_at IS NOT NULL AS facts_known, attempt, end_attempt, correction, plate, local_day,
                  status, captured_at, zone, photo_gone_at IS NOT NULL AS photo_gone, deleted_at IS NOT NULL AS deleted
                FROM capture WHERE id IN (:ids) FOR UPDATE
                """)
                .param("ids", sorted)
                .query((row, n) -> states.put(Columns.id(row, "id"), State.of(row)))
                .list();
        return states;
    }

    /**
     * A capture's facts, and where they came from.
     *
     * @param placed in which zone it is
     * @param part partition of the capture's own topic; null when a reading brought them
     * @param position offset there
     */
    record Facts(
            Capture capture,
            Placed placed,
            @Nullable Integer part,
            @Nullable Long position) {}

    /** What is known of a capture once its facts are. */
    State known(State before, Capture capture, Placed placed) {
        return before.withFacts(localDay(capture), capture.capturedAt(), placed.zone());
    }

    /** Counts a capture whose facts are {@code known} now, and the outcome it may have had before they were. */
    void count(Deltas deltas, State known, String location) {
        deltas.captured(requireNonNull(known.localDay()), location);
        deltas.count("captures", requireNonNull(known.capturedAt()), requireNonNull(known.zone()), 1);
        known.countOutcome(deltas, 1);
    }

    /** Where a capture is, by the zones that were active when it came in. */
    Placed place(Capture capture) {
        return zones.place(capture);
    }

    /** The day of a capture in the site's time zone. */
    LocalDate localDay(Capture capture) {
        return LocalDate.ofInstant(capture.capturedAt(), timeZone);
    }

    /** What tells places apart: the sender's link where it is one, else the canonical maps link. */
    static String location(Capture capture) {
        String url = capture.url() == null ? "" : capture.url().strip();
        return MapsUrl.isLink(url) ? url : capture.place().mapsLink();
    }

    /** Writes the facts of captures whose facts are not known. */
    void writeFacts(Collection<Facts> facts) {
        if (facts.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                INSERT INTO capture (id, captured_at, local_day, received_at, latitude, longitude, place_source,
                  time_source, zone, location, url, accuracy_meters, content_type, width, height, bytes, sha256, key_id,
                  camera_id, direction, source, declared_plate, priority, flags, attempt, part, position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE captured_at = VALUES(captured_at), local_day = VALUES(local_day),
                  received_at = VALUES(received_at), latitude = VALUES(latitude), longitude = VALUES(longitude),
                  place_source = VALUES(place_source), time_source = VALUES(time_source), zone = VALUES(zone),
                  location = VALUES(location), url = VALUES(url), accuracy_meters = VALUES(accuracy_meters),
                  content_type = VALUES(content_type), width = VALUES(width), height = VALUES(height),
                  bytes = VALUES(bytes), sha256 = VALUES(sha256), key_id = VALUES(key_id),
                  camera_id = VALUES(camera_id), direction = VALUES(direction), source = VALUES(source),
                  declared_plate = VALUES(declared_plate), priority = VALUES(priority), flags = VALUES(flags),
                  part = VALUES(part), position = VALUES(position)
                """, facts.stream().map(this::row).toList());
    }

    /** Deletes the photos of captures that had lost theirs: each came again, and {@link Photos} had kept it unasked. */
    void dropPhotos(Collection<UUID> captures) {
        if (!captures.isEmpty()) {
            client.sql("DELETE FROM capture_image WHERE capture_id IN (:ids)")
                    .param("ids", captures.stream().map(Columns::bytes).toList())
                    .update();
        }
    }

    /** Remembers that an operator had a capture read again. */
    void writeAttempts(Map<UUID, Integer> attempts) {
        if (!attempts.isEmpty()) {
            jdbc.batchUpdate(
                    "UPDATE capture SET attempt = GREATEST(attempt, ?) WHERE id = ?",
                    attempts.entrySet().stream()
                            .map(a -> new Object[] {a.getValue(), bytes(a.getKey())})
                            .toList());
        }
    }

    private Object[] row(Facts facts) {
        Capture c = facts.capture();
        Placed placed = facts.placed();
        return new @Nullable Object[] {
            bytes(c.id()),
            utc(c.capturedAt()),
            localDay(c),
            utc(c.receivedAt()),
            c.place().latitude(),
            c.place().longitude(),
            c.placeSource().name(),
            c.timeSource().name(),
            placed.zone(),
            location(c),
            c.url(),
            c.accuracyMeters(),
            c.image().contentType(),
            c.image().width(),
            c.image().height(),
            c.image().bytes(),
            c.image().sha256(),
            c.keyId(),
            c.cameraId(),
            c.direction() == null ? null : c.direction().name(),
            c.source(),
            c.declaredPlate(),
            c.priority().name(),
            flags(c, placed),
            1,
            facts.part(),
            facts.position()
        };
    }

    private static String flags(Capture capture, Placed placed) {
        Stream<CaptureFlag> uncertain = placed.uncertain() ? Stream.of(CaptureFlag.PLACE_UNCERTAIN) : Stream.empty();
        return Stream.concat(capture.flags().stream(), uncertain)
                .map(Enum::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }
}
