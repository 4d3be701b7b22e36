package io.plateflow.stats.audit;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes acts; one that is there already stays as it is. */
@Component
class AuditRows {
    private final JdbcTemplate jdbc;

    AuditRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction that there is, else in one of its own. */
    @Transactional
    public void write(Collection<Noted> noted, boolean done) {
        jdbc.batchUpdate("""
                INSERT INTO audit (id, at, who, address, action, kind, subject, detail, done)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id
                """, noted.stream().map(n -> row(n, done)).toList());
        List<Object[]> plates = noted.stream()
                .flatMap(n -> n.plates().stream().map(plate -> new Object[] {plate, bytes(n.id()), utc(n.at())}))
                .toList();
        if (!plates.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO audit_plate (plate, audit_id, at) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE plate = plate",
                    plates);
        }
    }

    void done(UUID id) {
        jdbc.update("UPDATE audit SET done = TRUE WHERE id = ?", bytes(id));
    }

    private static @Nullable Object[] row(Noted noted, boolean done) {
        Act act = noted.act();
        return new @Nullable Object[] {
            bytes(noted.id()),
            utc(noted.at()),
            noted.caller().who(),
            noted.caller().address(),
            act.action().name(),
            act.kind(),
            act.subject(),
            act.detail(),
            done
        };
    }
}
