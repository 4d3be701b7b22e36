package io.plateflow.stats.settlements;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.query.Amount;
import io.plateflow.stats.storage.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which payments were taken for stays, those on their way to the rows included. */
@Component
public class Payments {
    private static final String ON_THEIR_WAY = """
            FROM payment_claim p LEFT JOIN settlement s ON s.request_id = p.request_id
            WHERE p.stay_id IN (:stays) AND p.request_id IS NOT NULL AND s.request_id IS NULL
            """;

    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number that the stay's next payment has; who asks for it and for what is owed at one instant may claim it. */
    public int next(UUID stay) {
        return jdbc.sql("""
                SELECT GREATEST(
                  (SELECT COUNT(*) FROM settlement s JOIN stay_capture c ON c.capture_id = s.capture_id
                   WHERE c.stay_id = :stay),
                  (SELECT COALESCE(MAX(n) + 1, 0) FROM payment_claim WHERE stay_id = :stay))
                """).param("stay", bytes(stay)).query(Integer.class).single();
    }

    /** The latest payment of each stay that has one; what is on its way to the rows counts as taken. */
    public Map<UUID, Taken> latest(Collection<UUID> stays) {
        Map<UUID, Taken> latest = new HashMap<>();
        if (stays.isEmpty()) {
            return latest;
        }
        jdbc.sql("""
                SELECT c.stay_id, s.amount, s.currency, s.method, s.settled_by AS paid_by, s.settled_at AS paid_at
                FROM stay_capture c JOIN settlement s ON s.capture_id = c.capture_id
                WHERE c.stay_id IN (:stays) AND s.amount > 0 ORDER BY s.settled_at
                """)
                .param("stays", keys(stays))
                .query((row, n) -> latest.put(id(row, "stay_id"), Taken.of(row)))
                .list();
        jdbc.sql("SELECT p.* " + ON_THEIR_WAY + " AND p.amount > 0 ORDER BY p.n")
                .param("stays", keys(stays))
                .query((row, n) -> latest.put(id(row, "stay_id"), Taken.of(row)))
                .list();
        return latest;
    }

    /** Those of {@code stays} that a payment on its way to the rows pays in full. */
    public Set<UUID> paidOnTheWay(Collection<UUID> stays) {
        return stays.isEmpty()
                ? Set.of()
                : jdbc
                        .sql("SELECT p.stay_id " + ON_THEIR_WAY + " AND p.amount >= p.owed")
                        .param("stays", keys(stays))
                        .query((row, n) -> id(row, "stay_id"))
                        .list()
                        .stream()
                        .collect(Collectors.toSet());
    }

    /** What is on its way to the rows by currency, less what is given back; stays without any are left out. */
    Map<UUID, List<Amount>> onTheirWay(Collection<UUID> stays) {
        Map<UUID, List<Amount>> sums = new HashMap<>();
        if (!stays.isEmpty()) {
            jdbc.sql("SELECT p.stay_id, p.currency, SUM(p.amount) AS amount " + ON_THEIR_WAY
                            + " GROUP BY p.stay_id, p.currency")
                    .param("stays", keys(stays))
                    .query((row, n) -> sums.computeIfAbsent(id(row, "stay_id"), stay -> new ArrayList<>())
                            .add(Amount.of(row.getBigDecimal("amount"), row.getString("currency"))))
                    .list();
        }
        return sums;
    }

    /** What {@code attempt} took before, if it is a repeat. */
    public Optional<Taken> byAttempt(UUID stay, UUID attempt) {
        return jdbc.sql("SELECT * FROM payment_claim WHERE stay_id = :stay AND attempt = :attempt")
                .param("stay", bytes(stay))
                .param("attempt", bytes(attempt))
                .query((row, n) -> Taken.of(row))
                .optional();
    }

    /** Whether the rows have a payment of that request. */
    boolean isInRows(UUID request) {
        return jdbc.sql("SELECT 1 FROM settlement WHERE request_id = :request")
                .param("request", bytes(request))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody claimed that payment before */
    void claim(Claim claim) {
        Settlement settlement = claim.settlement();
        jdbc.sql("""
                INSERT INTO payment_claim (stay_id, n, attempt, request_id, amount, currency, method, paid_by, paid_at, owed)
                VALUES (:stay, :n, :attempt, :request, :amount, :currency, :method, :by, :at, :owed)
                """)
                .param("stay", bytes(claim.stay()))
                .param("n", claim.n())
                .param("attempt", bytes(claim.attempt()))
                .param("request", bytes(claim.request()))
                .param("amount", settlement.amount().amount())
                .param("currency", settlement.amount().currency().getCurrencyCode())
                .param("method", settlement.method())
                .param("by", claim.by())
                .param("at", utc(claim.at()))
                .param("owed", claim.owed() == null ? null : claim.owed().amount())
                .update();
    }

    private static Collection<byte[]> keys(Collection<UUID> stays) {
        return stays.stream().map(Columns::bytes).toList();
    }
}
