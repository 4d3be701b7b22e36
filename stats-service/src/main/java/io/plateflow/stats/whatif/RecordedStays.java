package io.plateflow.stats.whatif;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.names;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.StayFlag;
import io.plateflow.stats.aliases.Aliases;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stays that ended, with what was charged for them; read by the thousand, so that no number of them fills the memory. */
@Component
public class RecordedStays {
    private static final int AT_ONCE = 1000;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    RecordedStays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of {@code zone} that ended in [from, to), in the order of their ends. */
    public void ended(String zone, Instant from, Instant to, Consumer<RecordedStay> each) {
        pages(
                "s.zone = :zone AND s.to_at >= :from AND s.to_at < :to",
                Map.of("zone", zone, "from", utc(from), "to", utc(to)),
                "s.to_at",
                utc(from),
                each);
    }

    /** Those that a tariff prices, began at {@code since} or later, and billing still keeps. */
    void pricedBy(String tariff, Instant since, Consumer<RecordedStay> each) {
        // Every id@version lies between id@ and idA, for A follows @.
        pages(
                "(s.tariff = :id OR (s.tariff >= :first AND s.tariff < :past)) AND s.from_at >= :since"
                        + " AND s.ledger_closed_at IS NULL",
                Map.of("id", tariff, "first", tariff + "@", "past", tariff + "A", "since", utc(since)),
                "s.from_at",
                utc(since),
                each);
    }

    /** Those of a plate that billing still keeps. */
    void of(Plate plate, Consumer<RecordedStay> each) {
        pages(
                "s.plate = :plate AND s.ledger_closed_at IS NULL",
                Map.of("plate", plate.text()),
                "s.from_at",
                LocalDateTime.of(1000, 1, 1, 0, 0),
                each);
    }

    /** Only texts of this class go into the SQL. */
    private void pages(
            String which, Map<String, Object> values, String order, LocalDateTime first, Consumer<RecordedStay> each) {
        LocalDateTime at = first;
        UUID after = FIRST;
        List<Row> page;
        do {
            page = jdbc.sql("""
                    SELECT s.*, %2$s AS place,
                      EXISTS (SELECT 1 FROM stay_capture sc JOIN settlement p ON p.capture_id = sc.capture_id
                              WHERE sc.stay_id = s.id) AS settled,
                      c.amount, c.currency, c.tariff AS charged_by
                    FROM (SELECT * FROM stay s
                          WHERE s.state = 'CLOSED' AND s.waived = FALSE AND %1$s
                            AND (%2$s > :at OR (%2$s = :at AND s.id > :after))
                          ORDER BY %2$s, s.id LIMIT :most) s
                    LEFT JOIN charge c ON c.stay_id = s.id AND c.amount IS NOT NULL AND c.voided_at IS NULL
                    ORDER BY %2$s, s.id, c.revision
                    """.formatted(which, order))
                    .params(values)
                    .param("at", at)
                    .param("after", bytes(after))
                    .param("most", AT_ONCE)
                    .query((row, n) -> new Row(row.getObject("place", LocalDateTime.class), stay(row)))
                    .list();
            // A re-issue may be here before its void: the last revision counts.
            Map<UUID, RecordedStay> stays = new LinkedHashMap<>();
            page.forEach(row -> stays.put(row.stay.id(), row.stay));
            stays.values().forEach(each);
            if (!page.isEmpty()) {
                Row last = page.get(page.size() - 1);
                at = last.place;
                after = last.stay.id();
            }
        } while (page.size() >= AT_ONCE);
    }

    private record Row(LocalDateTime place, RecordedStay stay) {}

    private static RecordedStay stay(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new RecordedStay(
                id(row, "id"),
                row.getString("zone"),
                Aliases.standIn(row.getString("plate")),
                instant(row, "from_at"),
                instant(row, "to_at"),
                row.getString("tariff"),
                row.getString("vehicle_class"),
                row.getBoolean("exempt"),
                names(row.getString("flags")).contains(StayFlag.SINGLE_SIGHTING.name()),
                amount == null ? null : new Money(amount, Currency.getInstance(row.getString("currency"))),
                row.getString("charged_by"),
                row.getBoolean("settled"));
    }
}
