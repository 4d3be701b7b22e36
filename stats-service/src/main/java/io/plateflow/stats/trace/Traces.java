package io.plateflow.stats.trace;

import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.instant;

import io.plateflow.contracts.Json;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.CapturesById;
import io.plateflow.stats.query.ChargeAnswer;
import io.plateflow.stats.query.ChargesById;
import io.plateflow.stats.query.StaysById;
import io.plateflow.stats.storage.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what a charge rests on. */
@Component
public class Traces {
    private final JdbcClient jdbc;
    private final CapturesById captures;
    private final StaysById stays;
    private final ChargesById charges;

    Traces(JdbcClient jdbc, CapturesById captures, StaysById stays, ChargesById charges) {
        this.jdbc = jdbc;
        this.captures = captures;
        this.stays = stays;
        this.charges = charges;
    }

    public Trace of(ChargeAnswer charge) {
        List<UUID> ids = charge.captureIds()
                .valueStream()
                .map(id -> UUID.fromString(id.asString()))
                .toList();
        List<byte[]> keys = ids.stream().map(Columns::bytes).toList();
        return new Trace(
                captures.ask(ids),
                corrections(keys),
                stays.ask(List.of(charge.stayId())).stream().findFirst().orElse(null),
                decisions(keys),
                settlements(keys),
                charges.ask(revisions(charge, keys)));
    }

    private List<Trace.Corrected> corrections(List<byte[]> captures) {
        return jdbc.sql("""
                SELECT capture_id, n, plate, reason, decided_by, decided_at FROM correction
                WHERE capture_id IN (:captures) ORDER BY decided_at, capture_id, n
                """)
                .param("captures", captures)
                .query((row, n) -> new Trace.Corrected(
                        id(row, "capture_id"),
                        row.getInt("n"),
                        row.getString("plate"),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        instant(row, "decided_at")))
                .list();
    }

    private List<Trace.Decided> decisions(List<byte[]> captures) {
        return jdbc.sql("""
                SELECT request_id, kind, capture_id, decided_by, decided_at, command FROM decision
                WHERE capture_id IN (:captures) AND kind <> 'charge.settle' ORDER BY decided_at, request_id
                """)
                .param("captures", captures)
                .query((row, n) -> new Trace.Decided(
                        id(row, "request_id"),
                        row.getString("kind"),
                        id(row, "capture_id"),
                        row.getString("decided_by"),
                        instant(row, "decided_at"),
                        Json.MAPPER.readTree(row.getString("command"))))
                .list();
    }

    private List<Trace.Settled> settlements(List<byte[]> captures) {
        return jdbc.sql("""
                SELECT request_id, amount, currency, method, reference, settled_by, settled_at FROM settlement
                WHERE capture_id IN (:captures) ORDER BY settled_at, request_id
                """)
                .param("captures", captures)
                .query((row, n) -> new Trace.Settled(
                        id(row, "request_id"),
                        Amount.of(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getString("method"),
                        row.getString("reference"),
                        row.getString("settled_by"),
                        instant(row, "settled_at")))
                .list();
    }

    /** Of its stay, and of every stay that holds or held one of its captures. */
    private List<UUID> revisions(ChargeAnswer charge, List<byte[]> captures) {
        return jdbc.sql("""
                SELECT id FROM charge WHERE amount IS NOT NULL AND (stay_id = :stay OR stay_id IN
                  (SELECT stay_id FROM stay_capture WHERE capture_id IN (:captures)))
                ORDER BY posted_at, revision, id
                """)
                .param("stay", Columns.bytes(charge.stayId()))
                .param("captures", captures)
                .query((row, n) -> id(row, "id"))
                .list();
    }
}
