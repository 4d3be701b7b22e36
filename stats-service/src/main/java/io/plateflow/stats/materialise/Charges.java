package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.ChargeVoided;
import io.plateflow.contracts.Json;
import io.plateflow.domain.money.Money;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.aliases.Names;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Charges: issued once, voided at most once, in either order; one in force is issued and not voided. */
@Component
class Charges implements Sink<ChargeEvent> {
    private final Deserializer<ChargeEvent> json = Json.serde(ChargeEvent.class).deserializer();
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Totals totals;
    private final Aliases aliases;
    private final ZoneId timeZone;

    Charges(JdbcTemplate jdbc, JdbcClient client, Totals totals, Aliases aliases, StatsProperties properties) {
        this.jdbc = jdbc;
        this.client = client;
        this.totals = totals;
        this.aliases = aliases;
        this.timeZone = properties.timeZone();
    }

    /** What a row holds: what was issued, once it was, and when it was voided, once it was. */
    private record State(@Nullable Issued issued, @Nullable Instant voidedAt) {
        static final State ABSENT = new State(null, null);
    }

    /** The parts of a charge that count. */
    private record Issued(Money amount, LocalDate serviceDay, String zone, Instant to, Instant postedAt) {

        void enter(Deltas deltas, int by) {
            deltas.charged(serviceDay, amount, by);
            deltas.count("issued", to, zone, by);
            deltas.money("charged", to, zone, amount, by);
        }
    }

    @Override
    public @Nullable ChargeEvent decode(ConsumerRecord<String, byte[]> event) {
        return json.deserialize(event.topic(), event.value());
    }

    @Override
    public void write(List<ChargeEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Map<UUID, State> states =
                states(events.stream().map(ChargeEvent::id).distinct().sorted().toList());
        Names names = aliases.current();
        Deltas deltas = new Deltas();
        List<Object[]> issued = new ArrayList<>();
        List<Object[]> voided = new ArrayList<>();
        for (ChargeEvent event : events) {
            State state = states.getOrDefault(event.id(), State.ABSENT);
            if (event instanceof ChargeIssued issue && state.issued == null) {
                Issued now = new Issued(
                        issue.amount(),
                        LocalDate.ofInstant(issue.to(), timeZone),
                        issue.zone(),
                        issue.to(),
                        issue.postedAt());
                issued.add(row(issue, now.serviceDay, names));
                deltas.money("posted", now.postedAt, now.zone, now.amount, 1);
                if (state.voidedAt == null) {
                    now.enter(deltas, 1);
                } else {
                    deltas.money("posted", state.voidedAt, now.zone, now.amount, -1);
                }
                states.put(issue.id(), new State(now, state.voidedAt));
            } else if (event instanceof ChargeVoided voiding && state.voidedAt == null) {
                voided.add(row(voiding));
                if (state.issued != null) {
                    state.issued.enter(deltas, -1);
                    deltas.money("posted", voiding.postedAt(), state.issued.zone, state.issued.amount, -1);
                }
                states.put(voiding.id(), new State(state.issued, voiding.postedAt()));
            }
        }
        writeIssued(issued);
        writeVoided(voided);
        totals.move(deltas);
    }

    private Map<UUID, State> states(List<UUID> ids) {
        Map<UUID, State> states = new HashMap<>();
        client.sql("""
                SELECT id, amount, currency, service_day, zone, to_at, posted_at, voided_at
                FROM charge WHERE id IN (:ids) FOR UPDATE
                """)
                .param("ids", ids.stream().map(Columns::bytes).toList())
                .query((row, n) -> states.put(
                        Columns.id(row, "id"), new State(issued(row), Columns.instantOrNull(row, "voided_at"))))
                .list();
        return states;
    }

    private static @Nullable Issued issued(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return amount == null
                ? null
                : new Issued(
                        new Money(amount, Currency.getInstance(row.getString("currency"))),
                        row.getObject("service_day", LocalDate.class),
                        row.getString("zone"),
                        Columns.instant(row, "to_at"),
                        Columns.instant(row, "posted_at"));
    }

    private void writeIssued(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                INSERT INTO charge (id, stay_id, revision, zone, plate, first_capture, from_at, to_at, service_day,
                  amount, currency, price_lines, tariff, flags, capture_ids, posted_at, vehicle_class,
                  elapsed_seconds, billed_seconds)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE zone = VALUES(zone), plate = VALUES(plate),
                  first_capture = VALUES(first_capture), from_at = VALUES(from_at), to_at = VALUES(to_at),
                  service_day = VALUES(service_day), amount = VALUES(amount), currency = VALUES(currency),
                  price_lines = VALUES(price_lines), tariff = VALUES(tariff), flags = VALUES(flags),
                  capture_ids = VALUES(capture_ids), posted_at = VALUES(posted_at),
                  vehicle_class = VALUES(vehicle_class), elapsed_seconds = VALUES(elapsed_seconds),
                  billed_seconds = VALUES(billed_seconds)
                """, rows);
    }

    private void writeVoided(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                INSERT INTO charge (id, stay_id, revision, voided_at, void_reason) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE voided_at = VALUES(voided_at), void_reason = VALUES(void_reason)
                """, rows);
    }

    private static Object[] row(ChargeIssued c, LocalDate serviceDay, Names names) {
        return new @Nullable Object[] {
            bytes(c.id()),
            bytes(c.stayId()),
            c.revision(),
            c.zone(),
            names.of(c.plate().text(), c.from()),
            bytes(c.firstCapture()),
            utc(c.from()),
            utc(c.to()),
            serviceDay,
            c.amount().amount(),
            c.amount().currency().getCurrencyCode(),
            Json.MAPPER.writeValueAsString(c.lines()),
            c.tariff(),
            c.flags().stream().sorted().collect(Collectors.joining(",")),
            Json.MAPPER.writeValueAsString(c.captureIds()),
            utc(c.postedAt()),
            c.vehicleClass(),
            c.elapsedSeconds(),
            c.billedSeconds()
        };
    }

    private static Object[] row(ChargeVoided c) {
        return new Object[] {bytes(c.id()), bytes(c.stayId()), c.revision(), utc(c.postedAt()), c.reason()};
    }
}
