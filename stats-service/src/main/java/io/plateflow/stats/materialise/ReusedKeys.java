package io.plateflow.stats.materialise;

import io.plateflow.contracts.CaptureFlag;
import io.plateflow.stats.storage.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Captures of which another photo came under the same id; the one that they have stays. */
@Component
class ReusedKeys {
    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    ReusedKeys(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /**
     * Flags them. Their rows are locked.
     *
     * @return how many were not flagged before
     */
    int flag(Collection<UUID> captures) {
        if (captures.isEmpty()) {
            return 0;
        }
        List<Object[]> flagged = client.sql("""
                SELECT id, flags FROM capture WHERE id IN (:ids) AND NOT FIND_IN_SET('KEY_REUSED', flags)
                """)
                .param("ids", captures.stream().map(Columns::bytes).toList())
                .query((row, n) -> new Object[] {withReused(Columns.names(row.getString("flags"))), row.getBytes("id")})
                .list();
        if (!flagged.isEmpty()) {
            jdbc.batchUpdate("UPDATE capture SET flags = ? WHERE id = ?", flagged);
        }
        return flagged.size();
    }

    private static String withReused(List<String> flags) {
        Set<String> all = new TreeSet<>(flags);
        all.add(CaptureFlag.KEY_REUSED.name());
        return String.join(",", all);
    }
}
