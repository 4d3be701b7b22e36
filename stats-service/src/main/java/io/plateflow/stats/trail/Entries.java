package io.plateflow.stats.trail;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.audit.PlateHashes;
import io.plateflow.stats.query.Csv;
import io.plateflow.stats.query.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for one page of the audit, newest first, by keyset. */
@Component
class Entries {
    private final JdbcClient jdbc;
    private final PlateHashes hashes;

    Entries(JdbcClient jdbc, PlateHashes hashes) {
        this.jdbc = jdbc;
        this.hashes = hashes;
    }

    Csv.Page<Entry> ask(Question question) {
        List<String> all = new ArrayList<>(List.of("TRUE"));
        Map<String, Object> values = new HashMap<>();
        if (question.from() != null) {
            all.add("at >= :from");
            values.put("from", utc(question.from()));
        }
        if (question.to() != null) {
            all.add("at < :to");
            values.put("to", utc(question.to()));
        }
        if (question.who() != null) {
            all.add("who = :who");
            values.put("who", question.who());
        }
        if (question.action() != null) {
            all.add("action = :action");
            values.put("action", question.action());
        }
        if (question.subject() != null) {
            all.add("subject = :subject");
            values.put("subject", question.subject());
        }
        if (question.plate() != null) {
            all.add("id IN (SELECT audit_id FROM audit_plate WHERE plate = :plate)");
            values.put("plate", hashes.of(question.plate()));
        }
        if (question.after() != null) {
            all.add("at <= :at AND (at < :at OR id < :id)");
            values.put("at", utc(question.after().at()));
            values.put("id", bytes(question.after().id()));
        }
        List<Entry> found = jdbc.sql("SELECT * FROM audit WHERE " + String.join(" AND ", all)
                        + " ORDER BY at DESC, id DESC LIMIT :limit")
                .params(values)
                .param("limit", question.limit() + 1)
                .query(Entry::of)
                .list();
        boolean more = found.size() > question.limit();
        List<Entry> page = more ? found.subList(0, question.limit()) : found;
        Entry last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new Csv.Page<>(page, more && last != null ? new Cursor(last.at(), last.id()) : null);
    }
}
