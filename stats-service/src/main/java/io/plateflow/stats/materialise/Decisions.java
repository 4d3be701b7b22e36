package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;
import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.ChargeSettled;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.Json;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.aliases.Names;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people decided, once per request, and what was paid. */
@Component
class Decisions implements Sink<Decisions.Decided> {
    private final JdbcTemplate jdbc;
    private final Totals totals;
    private final Aliases aliases;
    private final ZoneId timeZone;

    Decisions(JdbcTemplate jdbc, Totals totals, Aliases aliases, StatsProperties properties) {
        this.jdbc = jdbc;
        this.totals = totals;
        this.aliases = aliases;
        this.timeZone = properties.timeZone();
    }

    /**
     * A command and how it was written.
     *
     * @param kind its type
     * @param json as sent
     */
    record Decided(Command command, String kind, String json) {}

    @Override
    public @Nullable Decided decode(ConsumerRecord<String, byte[]> event) {
        Command command = Json.serde(Command.class).deserializer().deserialize(event.topic(), event.value());
        requireNonNull(command.requestId(), "the command has no requestId");
        requireNonNull(command.captureId(), "the command names no capture");
        requireNonNull(command.at(), "the command has no time");
        String kind = Json.MAPPER.readTree(event.value()).path("type").asString();
        return new Decided(command, kind, new String(event.value(), StandardCharsets.UTF_8));
    }

    @Override
    public void write(List<Decided> decisions) {
        Names names = aliases.current();
        Deltas deltas = new Deltas();
        for (Decided decided : decisions) {
            if (isNew(decided, names) && decided.command() instanceof ChargeSettled settled) {
                LocalDate day = LocalDate.ofInstant(settled.at(), timeZone);
                write(settled, day, names);
                deltas.paid(day, settled.amount());
                deltas.money("paid", settled.at(), settled.zone(), settled.amount(), 1);
            }
        }
        totals.move(deltas);
    }

    private boolean isNew(Decided decided, Names names) {
        Command c = decided.command();
        return jdbc.update(
                        """
                        INSERT IGNORE INTO decision (request_id, kind, zone, capture_id, decided_at, decided_by, command)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        bytes(c.requestId()),
                        decided.kind(),
                        c.zone(),
                        bytes(c.captureId()),
                        utc(c.at()),
                        c.by(),
                        names.in(decided.json(), c.at()))
                == 1;
    }

    private void write(ChargeSettled s, LocalDate day, Names names) {
        jdbc.update(
                """
                INSERT INTO settlement (request_id, zone, capture_id, settled_at, settled_by, settled_day, amount, currency,
                  method, reference)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                bytes(s.requestId()),
                s.zone(),
                bytes(s.captureId()),
                utc(s.at()),
                s.by(),
                day,
                s.amount().amount(),
                s.amount().currency().getCurrencyCode(),
                s.method(),
                s.reference() == null ? null : names.in(s.reference(), s.at()));
    }
}
