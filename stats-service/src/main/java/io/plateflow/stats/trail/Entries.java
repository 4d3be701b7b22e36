package io.plateflow.stats.trail;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.audit.PlateHashes;
import io.plateflow.stats.query.Counts;
import io.plateflow.stats.query.Csv;
import io.plateflow.stats.query.Cursor;
import io.plateflow.stats.query.Total;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for one page of the audit, newest first, by keyset. */
@Component
class Entries {
    private final JdbcClient jdbc;
    private final PlateHashes hashes;
    private final Counts counts;

    Entries(JdbcClient jdbc, PlateHashes hashes, Counts counts) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.counts = counts;
    }

    Csv.Page<Entry> ask(Question question) {
        Map<String, Object> values = new HashMap<>();
        List<Entry> found = jdbc.sql("SELECT * FROM audit WHERE " + conditions(question, values)
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

    /** Of all pages; null unless it is asked for, and when it cannot be counted in time. */
    @Nullable
    Total total(Question question, Csv.Page<Entry> page) {
        if (!question.counted()) {
            return null;
        }
        Map<String, Object> values = new HashMap<>();
        String conditions = conditions(question.next(null), values);
        return Counts.orOf(
                page.items(),
                page.next() == null && question.after() == null,
                () -> counts.in("audit", conditions, values));
    }

    private String conditions(Question question, Map<String, Object> values) {
        List<String> all = new ArrayList<>(List.of("TRUE"));
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
        return String.join(" AND ", all);
    }
}
