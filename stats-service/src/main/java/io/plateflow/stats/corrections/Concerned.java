package io.plateflow.stats.corrections;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.id;

import io.plateflow.stats.query.CaptureAnswer;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The captures that a correction of one of them concerns. */
@Component
class Concerned {
    private final JdbcClient jdbc;

    Concerned(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The capture, and with STAY all others of its stay in which the same was observed; sorted by id. */
    List<UUID> by(CaptureAnswer capture, Correction.ApplyTo applyTo) {
        if (applyTo == Correction.ApplyTo.CAPTURE || capture.stayId() == null) {
            return List.of(capture.id());
        }
        return jdbc.sql("""
                SELECT c.id FROM capture c WHERE c.id = :id
                UNION
                SELECT c.id FROM stay_capture sc JOIN capture c ON c.id = sc.capture_id
                WHERE sc.stay_id = :stay AND c.observed = (SELECT observed FROM capture WHERE id = :id)
                ORDER BY id
                """)
                .param("id", bytes(capture.id()))
                .param("stay", bytes(capture.stayId()))
                .query((row, n) -> id(row, "id"))
                .list();
    }
}
