package io.plateflow.stats.erasure;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.id;

import io.plateflow.stats.query.Refusals.Fault;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What cannot be erased yet, because a claim needs it: unfinished stays, charges unsettled or in dispute. */
@Component
class Needed {
    private final JdbcClient jdbc;

    Needed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Fault> of(Asked asked) {
        if (asked.plate() != null) {
            return faults(
                    "s.plate = :subject", "c.plate = :subject", asked.plate().text());
        }
        String held = "(SELECT stay_id FROM stay_capture WHERE capture_id = :subject)";
        return faults("s.id IN " + held, "c.stay_id IN " + held, bytes(asked.captureNeeded()));
    }

    private List<Fault> faults(String stays, String charges, Object subject) {
        return Stream.concat(
                        jdbc
                                .sql("""
                                SELECT s.id FROM stay s
                                WHERE %s AND s.state IN ('OPEN', 'NEEDS_REVIEW') AND s.ledger_closed_at IS NULL ORDER BY s.from_at, s.id
                                """.formatted(stays))
                                .param("subject", subject)
                                .query((row, n) -> new Fault(
                                        "stay_unfinished",
                                        "stays/" + id(row, "id"),
                                        "the stay is not finished, or a person has to look at it"))
                                .list()
                                .stream(),
                        jdbc
                                .sql("""
                                SELECT id, disputed FROM (
                                  SELECT c.id, c.posted_at, COALESCE(FIND_IN_SET('DISPUTED', s.flags), 0) > 0 AS disputed,
                                    c.amount > (
                                      SELECT COALESCE(SUM(p.amount), 0) FROM stay_capture x
                                      JOIN settlement p ON p.capture_id = x.capture_id
                                      WHERE x.stay_id = c.stay_id AND p.currency = c.currency) AS unsettled
                                  FROM charge c LEFT JOIN stay s ON s.id = c.stay_id
                                  WHERE %s AND c.amount IS NOT NULL AND c.voided_at IS NULL) in_force
                                WHERE disputed OR unsettled ORDER BY posted_at, id
                                """.formatted(charges))
                                .param("subject", subject)
                                .query((row, n) -> charge(id(row, "id"), row.getBoolean("disputed")))
                                .list()
                                .stream())
                .toList();
    }

    private static Fault charge(UUID charge, boolean disputed) {
        return disputed
                ? new Fault("charge_disputed", "charges/" + charge, "the charge is in dispute")
                : new Fault("charge_unsettled", "charges/" + charge, "the charge is not paid in full");
    }
}
