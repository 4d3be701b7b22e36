package io.plateflow.stats.query;

import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.instantOrNull;
import static io.plateflow.stats.storage.Columns.names;

import io.plateflow.contracts.Json;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Charges with the lines that explain them; one voided before it was issued is not there yet. */
@Component
public class ChargesById {
    private final JdbcClient jdbc;
    private final Paid paid;

    ChargesById(JdbcClient jdbc, Paid paid) {
        this.jdbc = jdbc;
        this.paid = paid;
    }

    /** Those of {@code ids} that exist, in their order. */
    public List<ChargeAnswer> ask(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, ChargeAnswer> charges = new HashMap<>();
        List<byte[]> keys = ids.stream().map(Columns::bytes).toList();
        Map<UUID, Map<String, BigDecimal>> payments = paid.forStays(staysOf(keys));
        jdbc.sql("""
                SELECT c.*, COALESCE(FIND_IN_SET('DISPUTED', s.flags), 0) > 0 AS disputed
                FROM charge c LEFT JOIN stay s ON s.id = c.stay_id WHERE c.id IN (:ids) AND c.amount IS NOT NULL
                """)
                .param("ids", keys)
                .query((row, n) ->
                        charges.put(id(row, "id"), answer(row, payments.getOrDefault(id(row, "stay_id"), Map.of()))))
                .list();
        return ids.stream().map(charges::get).filter(Objects::nonNull).toList();
    }

    private List<UUID> staysOf(List<byte[]> charges) {
        return jdbc.sql("SELECT DISTINCT stay_id FROM charge WHERE id IN (:ids)")
                .param("ids", charges)
                .query((row, n) -> id(row, "stay_id"))
                .list();
    }

    private static ChargeAnswer answer(ResultSet row, Map<String, BigDecimal> payments) throws SQLException {
        Instant voidedAt = instantOrNull(row, "voided_at");
        BigDecimal amount = row.getBigDecimal("amount");
        String currency = row.getString("currency");
        // What was paid is of the charge in force: one that was voided owes nothing, and nothing was paid for it.
        BigDecimal paid = voidedAt == null ? payments.getOrDefault(currency, BigDecimal.ZERO) : BigDecimal.ZERO;
        return new ChargeAnswer(
                id(row, "id"),
                id(row, "stay_id"),
                row.getInt("revision"),
                voidedAt == null ? "ISSUED" : "VOIDED",
                row.getString("plate"),
                row.getString("zone"),
                id(row, "first_capture"),
                instant(row, "from_at"),
                instant(row, "to_at"),
                Amount.of(amount, currency),
                row.getString("tariff"),
                Json.MAPPER.readTree(row.getString("price_lines")),
                names(row.getString("flags")),
                row.getObject("service_day", LocalDate.class),
                instant(row, "posted_at"),
                voidedAt,
                row.getString("void_reason"),
                voidedAt == null && row.getBoolean("disputed"),
                Amount.of(paid, currency),
                Amount.of(voidedAt == null ? amount.subtract(paid) : BigDecimal.ZERO, currency),
                row.getString("vehicle_class"),
                row.getObject("elapsed_seconds", Long.class),
                row.getObject("billed_seconds", Long.class),
                Json.MAPPER.readTree(row.getString("capture_ids")));
    }
}
