package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;
import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.Reading;
import io.plateflow.domain.place.MapsUrl;
import io.plateflow.domain.place.Placed;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.aliases.Names;
import io.plateflow.stats.storage.Columns;
import io.plateflow.stats.zones.ZoneVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row per capture, made by whichever topic names it first; here its facts, which the first event brings. */
@Component
class CaptureRows {
    private static final String INSERT = """
            INSERT INTO capture (id, made_by, captured_at, local_day, received_at, latitude, longitude, place_source,
              time_source, zone, location, url, accuracy_meters, content_type, width, height, bytes, sha256, key_id,
              camera_id, direction, source, declared_plate, priority, flags, attempt, part, position,
              status, end_attempt, ended_at, observed, plate, confidence, to_review, reason, reading)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE\s""";

    private static final String COMPLETE = """
            captured_at = VALUES(captured_at), local_day = VALUES(local_day),
              received_at = VALUES(received_at), latitude = VALUES(latitude), longitude = VALUES(longitude),
              place_source = VALUES(place_source), time_source = VALUES(time_source), zone = VALUES(zone),
              location = VALUES(location), url = VALUES(url), accuracy_meters = VALUES(accuracy_meters),
              content_type = VALUES(content_type), width = VALUES(width), height = VALUES(height),
              bytes = VALUES(bytes), sha256 = VALUES(sha256), key_id = VALUES(key_id),
              camera_id = VALUES(camera_id), direction = VALUES(direction), source = VALUES(source),
              declared_plate = VALUES(declared_plate), priority = VALUES(priority), flags = VALUES(flags),
              part = VALUES(part), position = VALUES(position)""";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final ZoneVersions zones;
    private final Aliases aliases;
    private final EndRows ends;
    private final ZoneId timeZone;

    CaptureRows(
            JdbcTemplate jdbc,
            JdbcClient client,
            ZoneVersions zones,
            Aliases aliases,
            EndRows ends,
            StatsProperties properties) {
        this.jdbc = jdbc;
        this.client = client;
        this.zones = zones;
        this.aliases = aliases;
        this.ends = ends;
        this.timeZone = properties.timeZone();
    }

    /**
     * Rows that are locked until the transaction ends.
     *
     * @param states what each held before
     * @param made those that were made now, with the facts and ends that were given
     */
    record Locked(Map<UUID, CaptureState> states, Set<UUID> made) {}

    /**
     * Locks the rows that are there, in the order of their ids, and makes the others: the same capture may come from two
     * topics at once, and only one of them may find it new.
     *
     * @param facts of each capture, as far as they came along
     */
    Locked lock(Map<UUID, Optional<Facts>> facts) {
        long transaction = ThreadLocalRandom.current().nextLong();
        SortedMap<UUID, Optional<Facts>> absent = new TreeMap<>(facts);
        Locked locked = new Locked(new HashMap<>(), new HashSet<>());
        lock(absent.keySet(), transaction, locked);
        absent.keySet().removeAll(locked.states().keySet());
        if (!absent.isEmpty()) {
            make(absent, transaction);
            lock(absent.keySet(), transaction, locked);
        }
        return locked;
    }

    private void lock(Collection<UUID> captures, long transaction, Locked locked) {
        client.sql("""
                SELECT id, made_by = :transaction AS made, received_at IS NOT NULL AS facts_known, attempt, end_attempt,
                  correction, plate, local_day, status, captured_at, LEAST(captured_at, received_at) AS taken_at, zone,
                  photo_gone_at IS NOT NULL AS photo_gone, deleted_at IS NOT NULL AS deleted,
                  IF(made_by = :transaction, NULL, sha256) AS known_sha256
                FROM capture WHERE id IN (:ids) FOR UPDATE
                """)
                .param("transaction", transaction)
                .param("ids", captures.stream().map(Columns::bytes).toList())
                .query((row, n) -> {
                    UUID id = Columns.id(row, "id");
                    boolean isNew = row.getBoolean("made");
                    if (isNew) {
                        locked.made().add(id);
                    }
                    return locked.states().put(id, isNew ? CaptureState.NEW : CaptureState.of(row));
                })
                .list();
    }

    private void make(SortedMap<UUID, Optional<Facts>> facts, long transaction) {
        Names names = aliases.current();
        List<Object[]> whole = new ArrayList<>();
        List<Object[]> bare = new ArrayList<>();
        facts.forEach((id, known) -> known.ifPresentOrElse(
                one -> whole.add(row(one, names, transaction)), () -> bare.add(new Object[] {bytes(id), transaction})));
        if (!whole.isEmpty()) {
            jdbc.batchUpdate(INSERT + "id = VALUES(id)", whole);
        }
        if (!bare.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO capture (id, made_by) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = VALUES(id)", bare);
        }
    }

    /**
     * A capture's facts, and where they came from.
     *
     * @param placed in which zone it is
     * @param part partition of the capture's own topic; null when a reading brought them
     * @param position offset there
     * @param end the only one that came with them, written with a row that is made; null else
     */
    record Facts(
            Capture capture,
            Placed placed,
            @Nullable Integer part,
            @Nullable Long position,
            @Nullable Reading end) {}

    /** What is known of a capture once its facts are. */
    CaptureState known(CaptureState before, Capture capture, Placed placed) {
        return before.withFacts(localDay(capture), capture.capturedAt(), takenAt(capture), placed.zone());
    }

    /** By when the photo was taken. */
    static Instant takenAt(Capture capture) {
        return capture.receivedAt().isBefore(capture.capturedAt()) ? capture.receivedAt() : capture.capturedAt();
    }

    /** Counts a capture whose facts are {@code known} now, and the outcome it may have had before they were. */
    void count(Deltas deltas, CaptureState known, String location) {
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

    /** Writes the facts of captures whose rows hold none. */
    void writeFacts(Collection<Facts> facts) {
        if (!facts.isEmpty()) {
            Names names = aliases.current();
            jdbc.batchUpdate(
                    INSERT + COMPLETE,
                    facts.stream().map(one -> row(one, names, 0)).toList());
        }
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

    private Object[] row(Facts facts, Names names, long transaction) {
        Capture c = facts.capture();
        Placed placed = facts.placed();
        Instant taken = takenAt(c);
        EndRows.End end = facts.end() == null ? EndRows.End.NONE : ends.of(facts.end(), names);
        return new @Nullable Object[] {
            bytes(c.id()),
            transaction,
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
            c.source() == null ? null : names.in(c.source(), taken),
            names.written(c.declaredPlate(), taken),
            c.priority().name(),
            flags(c, placed),
            1,
            facts.part(),
            facts.position(),
            end.status(),
            end.attempt(),
            end.at(),
            end.plate(),
            end.plate(),
            end.confidence(),
            end.toReview(),
            end.reason(),
            end.detail()
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
