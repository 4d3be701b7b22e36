package io.plateflow.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that must not be there together, whatever the aggregates say. */
final class ImpossibleRows {
    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put(
                "capture %s has several rows", "SELECT LOWER(HEX(id)) FROM capture GROUP BY id HAVING COUNT(*) > 1");
        QUESTIONS.put(
                "charge %s has several rows", "SELECT LOWER(HEX(id)) FROM charge GROUP BY id HAVING COUNT(*) > 1");
        QUESTIONS.put("stay %s has several rows", "SELECT LOWER(HEX(id)) FROM stay GROUP BY id HAVING COUNT(*) > 1");
        QUESTIONS.put("stay %s has several charges in force", """
                SELECT LOWER(HEX(stay_id)) FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL
                GROUP BY stay_id HAVING COUNT(*) > 1
                """);
        QUESTIONS.put("stay %s has several charges of one revision", """
                SELECT LOWER(HEX(stay_id)) FROM charge GROUP BY stay_id, revision HAVING COUNT(*) > 1
                """);
        QUESTIONS.put("payment %s has several rows", """
                SELECT LOWER(HEX(request_id)) FROM settlement GROUP BY request_id HAVING COUNT(*) > 1
                """);
        QUESTIONS.put("total %s has several rows", """
                SELECT CONCAT_WS(', ', measure, day, currency) FROM total
                GROUP BY measure, day, currency HAVING COUNT(*) > 1
                """);
        QUESTIONS.put("captures of %s are counted in several rows", """
                SELECT CONCAT_WS(' ', kind, HEX(name), day) FROM distinct_key
                GROUP BY kind, day, name HAVING COUNT(*) > 1
                """);
        QUESTIONS.put("partition %s has several offsets", """
                SELECT CONCAT(topic, '-', part) FROM consumer_offset GROUP BY topic, part HAVING COUNT(*) > 1
                """);
    }

    private ImpossibleRows() {}

    static List<String> ask(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
            Database.ask(connection, question.getValue(), row -> row.getString(1))
                    .forEach(id -> found.add(String.format(question.getKey(), id)));
        }
        return found;
    }
}
