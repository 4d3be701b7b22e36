package io.plateflow.stats.query;

import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.idOrNull;
import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.instantOrNull;
import static io.plateflow.stats.storage.Columns.names;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.tariff.Price;
import io.plateflow.domain.tariff.Rise;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stays with what they cost by now. */
@Component
public class StaysById {
    private final JdbcClient jdbc;
    private final StayPrices prices;
    private final Paid paid;

    StaysById(JdbcClient jdbc, StayPrices prices, Paid paid) {
        this.jdbc = jdbc;
        this.prices = prices;
        this.paid = paid;
    }

    private record InForce(UUID id, Money amount) {}

    /** Those of {@code ids} that exist, in their order. */
    public List<StayAnswer> ask(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<byte[]> keys = ids.stream().map(Columns::bytes).toList();
        Map<UUID, List<UUID>> captures = captures(keys);
        Map<UUID, InForce> charges = charges(keys);
        Map<UUID, Map<String, BigDecimal>> payments = paid.forStays(ids);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Map<UUID, StayAnswer> stays = new HashMap<>();
        jdbc.sql("SELECT * FROM stay WHERE id IN (:ids)")
                .param("ids", keys)
                .query((row, n) -> {
                    UUID id = id(row, "id");
                    return stays.put(
                            id,
                            answer(
                                    row,
                                    captures.getOrDefault(id, List.of()),
                                    charges.get(id),
                                    payments.getOrDefault(id, Map.of()),
                                    now));
                })
                .list();
        return ids.stream().map(stays::get).filter(Objects::nonNull).toList();
    }

    /** What the stay costs if it ends at {@code exit}, whatever ended it so far; empty when its tariff is not known. */
    public Optional<Price> priceUntil(UUID stay, Instant exit) {
        return basis(stay).flatMap(basis -> prices.until(basis, exit));
    }

    /** When the stay, which lasts, first costs more than at {@code now}; empty when it does not within a day. */
    public Optional<Rise> riseAfter(UUID stay, Instant now) {
        return basis(stay).flatMap(basis -> prices.rise(basis, now));
    }

    private Optional<StayPrices.Basis> basis(UUID stay) {
        return jdbc.sql("SELECT * FROM stay WHERE id = :id")
                .param("id", Columns.bytes(stay))
                .query((row, n) -> StayPrices.Basis.of(row))
                .optional();
    }

    private Map<UUID, List<UUID>> captures(List<byte[]> stays) {
        Map<UUID, List<UUID>> captures = new LinkedHashMap<>();
        jdbc.sql("SELECT stay_id, capture_id FROM stay_capture WHERE stay_id IN (:ids) ORDER BY stay_id, place")
                .param("ids", stays)
                .query((row, n) -> captures.computeIfAbsent(id(row, "stay_id"), s -> new ArrayList<>())
                        .add(id(row, "capture_id")))
                .list();
        return captures;
    }

    private Map<UUID, InForce> charges(List<byte[]> stays) {
        Map<UUID, InForce> charges = new HashMap<>();
        jdbc.sql("""
                SELECT stay_id, id, amount, currency FROM charge
                WHERE stay_id IN (:ids) AND amount IS NOT NULL AND voided_at IS NULL ORDER BY revision
                """)
                .param("ids", stays)
                .query((row, n) -> charges.put(
                        id(row, "stay_id"),
                        new InForce(id(row, "id"), money(row.getBigDecimal("amount"), row.getString("currency")))))
                .list();
        return charges;
    }

    private static Money money(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }

    private StayAnswer answer(
            ResultSet row, List<UUID> captures, @Nullable InForce charge, Map<String, BigDecimal> payments, Instant now)
            throws SQLException {
        Instant from = instant(row, "from_at");
        Instant to = instantOrNull(row, "to_at");
        Instant ledgerClosedAt = instantOrNull(row, "ledger_closed_at");
        boolean abandoned = to == null && ledgerClosedAt != null;
        Instant until = to != null ? to : ledgerClosedAt != null ? ledgerClosedAt : now;
        Money amount = charge == null
                ? prices.soFar(StayPrices.Basis.of(row), until)
                        .map(Price::amount)
                        .orElse(null)
                : charge.amount();
        return new StayAnswer(
                id(row, "id"),
                row.getString("plate"),
                row.getString("zone"),
                row.getString("state"),
                PlaceAnswer.of(row.getDouble("latitude"), row.getDouble("longitude")),
                from,
                to,
                row.getString("closed_by"),
                names(row.getString("flags")),
                captures,
                row.getString("tariff"),
                Math.max(0, Duration.between(from, until).toSeconds()),
                amount == null || (abandoned && charge == null) ? null : Amount.of(amount),
                payments.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(paid -> Amount.of(paid.getValue(), paid.getKey()))
                        .toList(),
                to == null && !abandoned ? now : null,
                ledgerClosedAt,
                charge == null ? null : charge.id(),
                idOrNull(row, "superseded_by"));
    }
}
