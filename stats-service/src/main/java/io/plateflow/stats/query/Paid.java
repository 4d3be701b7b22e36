package io.plateflow.stats.query;

import static io.plateflow.stats.storage.Columns.id;

import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was paid for stays. A payment follows its capture: it is of whichever stay holds that now. */
@Component
class Paid {
    private final JdbcClient jdbc;

    Paid(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each stay by currency, payments less what was given back; stays for which nothing was paid are left out. */
    Map<UUID, Map<String, BigDecimal>> forStays(Collection<UUID> stays) {
        if (stays.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<String, BigDecimal>> paid = new HashMap<>();
        jdbc.sql("""
                SELECT c.stay_id, s.currency, SUM(s.amount) AS amount
                FROM stay_capture c JOIN settlement s ON s.capture_id = c.capture_id
                WHERE c.stay_id IN (:stays) GROUP BY c.stay_id, s.currency
                """)
                .param("stays", stays.stream().map(Columns::bytes).toList())
                .query((row, n) -> paid.computeIfAbsent(id(row, "stay_id"), s -> new HashMap<>())
                        .put(row.getString("currency"), row.getBigDecimal("amount")))
                .list();
        return paid;
    }
}
