package io.plateflow.stats.erasure;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.idOrNull;
import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.instantOrNull;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.aliases.Mention;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.query.Refusals.Fault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked to be erased: kept for good, for what is read again later is erased again. */
@Component
class Erasures {
    /** A camera's clock may be ahead by as much, and its photos bill all the same. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Aliases aliases;
    private final Needed needed;
    private final Audit audit;

    Erasures(JdbcClient jdbc, Aliases aliases, Needed needed, Audit audit) {
        this.jdbc = jdbc;
        this.aliases = aliases;
        this.needed = needed;
        this.audit = audit;
    }

    /**
     * Keeps it, unless a claim needs what is to be erased. A request that comes twice changes nothing. All writers of rows wait
     * meanwhile: each of their batches begins with its offset, and all offsets are locked here first. So what was written
     * before is there to be replaced, and whatever is written later knows of the erasure.
     *
     * @return what is needed still; empty once it is kept
     */
    @Transactional
    public List<Fault> keep(UUID id, Asked asked, String by, Instant now) {
        jdbc.sql("SELECT part FROM consumer_offset ORDER BY topic, part FOR UPDATE")
                .query(Integer.class)
                .list();
        if (find(id).isPresent()) {
            return List.of();
        }
        List<Fault> faults = needed.of(asked);
        if (!faults.isEmpty()) {
            return faults;
        }
        if (asked.plate() == null) {
            insert(id, asked, now, now, by, null, null, asked.reason());
            audit.did(Act.of(Action.ERASED, "capture", asked.captureNeeded()).request(id));
        } else {
            String plate = asked.plate().text();
            Instant until = until(plate, now);
            String alias = aliases.keep(plate, until);
            insert(id, asked, until, now, by, alias, plate, new Mention(plate).replaced(asked.reason(), alias));
            audit.did(Act.of(Action.ERASED, "erasure", id).plate(plate).request(id));
        }
        return List.of();
    }

    /** What is in the rows is of the time before, whatever a camera's clock says. */
    private Instant until(String plate, Instant now) {
        return jdbc.sql("SELECT MAX(captured_at) AS last FROM capture WHERE plate = :plate AND captured_at <= :most")
                .param("plate", plate)
                .param("most", utc(now.plus(AHEAD)))
                .query((row, n) -> Optional.ofNullable(instantOrNull(row, "last")))
                .single()
                .filter(now::isBefore)
                .orElse(now);
    }

    private void insert(
            UUID id,
            Asked asked,
            Instant until,
            Instant now,
            String by,
            @Nullable String alias,
            @Nullable String plate,
            String reason) {
        jdbc.sql("""
                INSERT INTO erasure (id, alias, capture_id, until_at, asked_at, asked_by, reason, plate)
                VALUES (:id, :alias, :capture, :until, :now, :by, :reason, :plate)
                """)
                .param("id", bytes(id))
                .param("alias", alias)
                .param("capture", asked.capture() == null ? null : bytes(asked.capture()))
                .param("until", utc(until))
                .param("now", utc(now))
                .param("by", by)
                .param("reason", reason)
                .param("plate", plate)
                .update();
    }

    Optional<Erasure> find(UUID id) {
        return jdbc.sql("SELECT * FROM erasure WHERE id = :id")
                .param("id", bytes(id))
                .query((row, n) -> erasure(row))
                .optional();
    }

    /** The newest first; they are few. */
    List<Erasure> all() {
        return jdbc.sql("SELECT * FROM erasure ORDER BY n DESC LIMIT 1000")
                .query((row, n) -> erasure(row))
                .list();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                id(row, "id"),
                row.getString("alias"),
                idOrNull(row, "capture_id"),
                instant(row, "until_at"),
                instant(row, "asked_at"),
                row.getString("asked_by"),
                row.getString("reason"),
                row.getLong("captures"),
                instantOrNull(row, "done_at"));
    }
}
