package io.plateflow.stats.retention;

import static io.plateflow.stats.storage.Columns.id;

import io.plateflow.stats.storage.Columns;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Locks captures, in the order in which all writers do; what comes of one again meanwhile waits, and then sees it deleted. */
@Component
class Locks {
    private final JdbcClient jdbc;

    Locks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of {@code captures} of which {@code kept} is kept still and that nobody else is at. */
    Set<UUID> take(Collection<UUID> captures, String kept) {
        return new HashSet<>(jdbc.sql("""
                SELECT id FROM capture WHERE id IN (:ids) AND kept = :kept ORDER BY id FOR UPDATE SKIP LOCKED
                """)
                .param("ids", captures.stream().map(Columns::bytes).toList())
                .param("kept", kept)
                .query((row, n) -> id(row, "id"))
                .list());
    }
}
