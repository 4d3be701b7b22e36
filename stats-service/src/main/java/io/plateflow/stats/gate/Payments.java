package io.plateflow.stats.gate;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.settlements.Settlement;
import io.plateflow.stats.storage.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which payments were taken for stays, those on their way to the rows included. */
@Component
class Payments {
    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many payments the rows have for the stay; ask before what it owes, so that a payment between both is noticed. */
    int count(UUID stay) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM settlement s JOIN stay_capture c ON c.capture_id = s.capture_id
                WHERE c.stay_id = :stay
                """).param("stay", bytes(stay)).query(Integer.class).single();
    }

    /** The latest payment of each stay that has one; what is on its way to the rows counts as taken. */
    Map<UUID, Taken> latest(Collection<UUID> stays) {
        Map<UUID, Taken> latest = new HashMap<>();
        if (stays.isEmpty()) {
            return latest;
        }
        jdbc.sql("""
                SELECT c.stay_id, s.amount, s.currency, s.method, s.settled_by AS paid_by, s.settled_at AS paid_at
                FROM stay_capture c JOIN settlement s ON s.capture_id = c.capture_id
                WHERE c.stay_id IN (:stays) AND s.amount > 0 ORDER BY s.settled_at
                """)
                .param("stays", stays.stream().map(Columns::bytes).toList())
                .query((row, n) -> latest.put(id(row, "stay_id"), Taken.of(row)))
                .list();
        latest.putAll(onTheirWay(stays));
        return latest;
    }

    /** Payments that were taken and that the rows do not have yet. */
    Map<UUID, Taken> onTheirWay(Collection<UUID> stays) {
        Map<UUID, Taken> onTheirWay = new HashMap<>();
        if (stays.isEmpty()) {
            return onTheirWay;
        }
        jdbc.sql("""
                SELECT p.* FROM gate_payment p WHERE p.stay_id IN (:stays) AND p.n >=
                  (SELECT COUNT(*) FROM settlement s JOIN stay_capture c ON c.capture_id = s.capture_id
                   WHERE c.stay_id = p.stay_id)
                """)
                .param("stays", stays.stream().map(Columns::bytes).toList())
                .query((row, n) -> onTheirWay.put(id(row, "stay_id"), Taken.of(row)))
                .list();
        return onTheirWay;
    }

    /** What {@code attempt} took before, if it is a repeat. */
    Optional<Taken> byAttempt(UUID stay, UUID attempt) {
        return jdbc.sql("SELECT * FROM gate_payment WHERE stay_id = :stay AND attempt = :attempt")
                .param("stay", bytes(stay))
                .param("attempt", bytes(attempt))
                .query((row, n) -> Taken.of(row))
                .optional();
    }

    /**
     * Takes the {@code n}th payment of the stay.
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody took it before
     */
    void take(UUID stay, int n, UUID attempt, Settlement settlement, String by, Instant at) {
        jdbc.sql("""
                INSERT INTO gate_payment (stay_id, n, attempt, amount, currency, method, paid_by, paid_at)
                VALUES (:stay, :n, :attempt, :amount, :currency, :method, :by, :at)
                """)
                .param("stay", bytes(stay))
                .param("n", n)
                .param("attempt", bytes(attempt))
                .param("amount", settlement.amount().amount())
                .param("currency", settlement.amount().currency().getCurrencyCode())
                .param("method", settlement.method())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }
}
