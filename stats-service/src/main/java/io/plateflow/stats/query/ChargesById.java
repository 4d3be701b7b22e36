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

    ChargesById(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of {@code ids} that exist, in their order. */
    public List<ChargeAnswer> ask(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, ChargeAnswer> charges = new HashMap<>();
        jdbc.sql("SELECT * FROM charge WHERE id IN (:ids) AND amount IS NOT NULL")
                .param("ids", ids.stream().map(Columns::bytes).toList())
                .query((row, n) -> charges.put(id(row, "id"), answer(row)))
                .list();
        return ids.stream().map(charges::get).filter(Objects::nonNull).toList();
    }

    private static ChargeAnswer answer(ResultSet row) throws SQLException {
        Instant voidedAt = instantOrNull(row, "voided_at");
        BigDecimal amount = row.getBigDecimal("amount");
        String currency = row.getString("currency");
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
                Amount.of(voidedAt == null ? amount : BigDecimal.ZERO, currency),
                Json.MAPPER.readTree(row.getString("capture_ids")));
    }
}
