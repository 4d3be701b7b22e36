package io.plateflow.stats.erasure;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.materialise.ErasedRows;
import io.plateflow.stats.retention.CountedPlates;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One erasure, so many rows at a time: the captures of a plate, its stays, its charges, what else was photographed of those
 * stays; then whatever names it. Each step commits with how far it went; of several instances one is at it.
 */
@Component
class ErasingSteps {
    /** A photo is 60 KB. */
    private static final int MOST_CAPTURES = 200;

    private static final int MOST = 1_000;

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final ErasedRows rows;
    private final CountedPlates plates;
    private final Mentions mentions;

    ErasingSteps(
            TransactionTemplate transactions,
            JdbcClient jdbc,
            ErasedRows rows,
            CountedPlates plates,
            Mentions mentions) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.rows = rows;
        this.plates = plates;
        this.mentions = mentions;
    }

    /** Whether there is more to do at once. */
    boolean step(UUID erasure) {
        return Boolean.TRUE.equals(transactions.execute(
                transaction -> taken(erasure).map(this::step).orElse(false)));
    }

    private Optional<Todo> taken(UUID erasure) {
        return jdbc.sql("SELECT * FROM erasure WHERE id = :id AND done_at IS NULL FOR UPDATE SKIP LOCKED")
                .param("id", bytes(erasure))
                .query((row, n) -> Todo.of(row))
                .optional();
    }

    private boolean step(Todo todo) {
        if (todo.capture() != null) {
            return finish(todo, capture(todo.capture()));
        }
        if (counts(todo, rows.captures(todo.plate(), todo.alias(), todo.until(), MOST_CAPTURES))
                || rename("stay", todo) > 0
                || rename("charge", todo) > 0
                || counts(todo, rows.inStays(todo.alias(), MOST_CAPTURES))
                || mentions.look(todo, MOST)) {
            return true;
        }
        // A correction that the topic has not yet comes back from there as it is here.
        return !mentions.unsent(todo) && finish(todo, 0);
    }

    /** Whether there were any. */
    private boolean counts(Todo todo, int captures) {
        return captures > 0
                && jdbc.sql("UPDATE erasure SET captures = captures + :n WHERE id = :id")
                                .param("n", captures)
                                .param("id", bytes(todo.id()))
                                .update()
                        == 1;
    }

    /** Erases one, which no alias stands for: its vehicle is not forgotten. */
    private int capture(UUID capture) {
        boolean there = jdbc.sql("SELECT id FROM capture WHERE id = :id AND deleted_at IS NULL FOR UPDATE")
                .param("id", bytes(capture))
                .query(byte[].class)
                .optional()
                .isPresent();
        if (!there) {
            return 0;
        }
        plates.forget(Set.of(capture));
        rows.blank(Collections.singletonMap(capture, null));
        return 1;
    }

    private int rename(String table, Todo todo) {
        return jdbc.sql("UPDATE %s SET plate = :alias WHERE plate = :plate AND from_at <= :until LIMIT :most"
                        .formatted(table))
                .param("alias", todo.alias())
                .param("plate", todo.plate())
                .param("until", utc(todo.until()))
                .param("most", MOST)
                .update();
    }

    private boolean finish(Todo todo, int captures) {
        if (todo.capture() == null) {
            mentions.dropPoison(todo);
            rows.forget(rows.leftOf(todo.plate()));
        }
        jdbc.sql("UPDATE erasure SET captures = captures + :n, plate = NULL, done_at = :now WHERE id = :id")
                .param("n", captures)
                .param("now", utc(Instant.now()))
                .param("id", bytes(todo.id()))
                .update();
        return false;
    }
}
