package io.plateflow.stats.erasure;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.aliases.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What else names a plate: what other vehicles were read as once, what people wrote. An alias takes its place there too. */
@Component
class Mentions {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    Mentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(UUID key, int second, List<@Nullable String> texts) {}

    /** Looks at the next {@code most} rows in the transaction that is open; tells whether there were any left to look at. */
    boolean look(Todo todo, int most) {
        if (todo.lookedIn() >= Texts.ALL.size()) {
            return false;
        }
        Texts texts = Texts.ALL.get(todo.lookedIn());
        Optional<UUID> last = last(texts, todo.lookedTo(), most);
        last.ifPresent(to -> replace(texts, todo, to));
        jdbc.sql("UPDATE erasure SET looked_in = :in, looked_to = :to WHERE id = :id")
                .param("in", todo.lookedIn() + (last.isPresent() ? 0 : 1))
                .param("to", bytes(last.orElse(FIRST)))
                .param("id", bytes(todo.id()))
                .update();
        return true;
    }

    /** The key of the last row of a page; empty when there is none. */
    private Optional<UUID> last(Texts texts, UUID after, int most) {
        return jdbc.sql(
                        "SELECT MAX(k) AS k FROM (SELECT %2$s AS k FROM %1$s WHERE %2$s > :after ORDER BY %2$s LIMIT :most) page"
                                .formatted(texts.table(), texts.key()))
                .param("after", bytes(after))
                .param("most", most)
                .query((row, n) -> Optional.ofNullable(row.getBytes("k")).map(key -> id(key)))
                .single();
    }

    private void replace(Texts texts, Todo todo, UUID to) {
        Mention mention = new Mention(todo.plate());
        // By its key whatever the planner thinks: a table that is read whole would be locked whole.
        List<Found> suspects = jdbc.sql("""
                SELECT %2$s AS k, %3$s AS second, %4$s FROM %1$s FORCE INDEX (PRIMARY)
                WHERE %2$s > :after AND %2$s <= :to AND %5$s AND (%6$s) FOR UPDATE
                """.formatted(
                                texts.table(),
                                texts.key(),
                                texts.second(),
                                String.join(", ", texts.columns()),
                                texts.covered(),
                                texts.suspect()))
                .param("after", bytes(todo.lookedTo()))
                .param("to", bytes(to))
                .param("until", utc(todo.until()))
                .param("plate", todo.plate())
                .query((row, n) -> {
                    List<@Nullable String> found = new ArrayList<>();
                    for (String column : texts.columns()) {
                        String text = row.getString(column);
                        found.add(text == null ? null : without(text, mention, todo));
                    }
                    return new Found(id(row, "k"), row.getInt("second"), found);
                })
                .list();
        for (Found one : suspects) {
            for (int i = 0; i < texts.columns().size(); i++) {
                jdbc.sql("UPDATE %1$s SET %2$s = :text WHERE %3$s = :key AND %4$s = :second"
                                .formatted(texts.table(), texts.columns().get(i), texts.key(), texts.second()))
                        .param("text", one.texts().get(i))
                        .param("key", bytes(one.key()))
                        .param("second", one.second())
                        .update();
            }
        }
    }

    /** A column that holds nothing but the plate is no text around it. */
    private static String without(String text, Mention mention, Todo todo) {
        return text.equals(todo.plate()) ? todo.alias() : mention.replaced(text, todo.alias());
    }

    /** Whether a correction to the plate waits for its topic still. */
    boolean unsent(Todo todo) {
        return jdbc.sql("SELECT COUNT(*) FROM correction WHERE plate = :plate AND NOT sent AND decided_at <= :until")
                        .param("plate", todo.plate())
                        .param("until", utc(todo.until()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Records that nobody could read stay known by their place, and lose what they say. */
    void dropPoison(Todo todo) {
        jdbc.sql("""
                UPDATE poison_record SET content = NULL, cause = SUBSTRING_INDEX(cause, ':', 1)
                WHERE LOCATE(:plate, content) > 0 OR LOCATE(:plate, cause) > 0
                """).param("plate", todo.plate()).update();
    }
}
