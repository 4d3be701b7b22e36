package io.plateflow.stats.editions;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.contracts.Json;
import io.plateflow.stats.query.Refusals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers versions and keeps them for the outbox, in one transaction. Whoever publishes first locks the row of the kind, so
 * that versions of a kind are numbered one at a time: no number is given twice, none is left out, and nobody deadlocks.
 */
@Component
public class Press {
    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Editions editions;

    Press(JdbcClient client, JdbcTemplate jdbc, TransactionTemplate transactions, Editions editions) {
        this.client = client;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.editions = editions;
    }

    /**
     * What became of a draft.
     *
     * @param isNew false when it says what the newest version says: that one is {@code edition}
     */
    public record Printed<T>(Edition<T> edition, boolean isNew) {}

    /**
     * Publishes one draft.
     *
     * @param expected the version that it was written after; 0: none; null: whichever there is
     * @throws org.springframework.web.ErrorResponseException 412 when there is another one by now
     */
    public <T> Printed<T> publish(Kind<T> kind, T draft, String by, @Nullable Integer expected) {
        return publish(kind, List.of(draft), by, expected).get(0);
    }

    /** What {@link #publish} would do now; nothing is kept. */
    public <T> Printed<T> preview(Kind<T> kind, T draft, String by, @Nullable Integer expected) {
        Edition<T> newest = editions.newest(kind, kind.id().apply(draft)).orElse(null);
        refuseUnless(expected, newest);
        return printed(kind, draft, newest, by, Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** Publishes all of {@code drafts}, one for each id, or none; answers in their order. */
    public <T> List<Printed<T>> publishAll(Kind<T> kind, List<T> drafts, String by) {
        return publish(kind, drafts, by, null);
    }

    /** What {@link #publishAll} would do now; nothing is kept. */
    public <T> List<Printed<T>> previewAll(Kind<T> kind, List<T> drafts, String by) {
        Map<String, Edition<T>> newest =
                editions.newest(kind, drafts.stream().map(kind.id()).toList());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return drafts.stream()
                .map(draft -> printed(kind, draft, newest.get(kind.id().apply(draft)), by, now))
                .toList();
    }

    private <T> List<Printed<T>> publish(Kind<T> kind, List<T> drafts, String by, @Nullable Integer expected) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            client.sql("SELECT name FROM edition_lock WHERE name = :kind FOR UPDATE")
                    .param("kind", kind.name())
                    .query(String.class)
                    .single();
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            Map<String, Edition<T>> newest =
                    editions.newest(kind, drafts.stream().map(kind.id()).toList());
            List<Printed<T>> printed = new ArrayList<>();
            for (T draft : drafts) {
                Edition<T> before = newest.get(kind.id().apply(draft));
                refuseUnless(expected, before);
                printed.add(printed(kind, draft, before, by, now));
            }
            write(kind, printed);
            return printed;
        }));
    }

    private static <T> Printed<T> printed(Kind<T> kind, T draft, @Nullable Edition<T> before, String by, Instant now) {
        return before != null && kind.same().as(before.body(), draft, now)
                ? new Printed<>(before, false)
                : new Printed<>(next(kind, draft, before, by, now), true);
    }

    private static void refuseUnless(@Nullable Integer expected, @Nullable Edition<?> newest) {
        int version = newest == null ? 0 : newest.version();
        if (expected != null && expected != version) {
            throw Refusals.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "version_conflict",
                    "somebody published version " + version + " meanwhile: look at it and write yours after it");
        }
    }

    private static <T> Edition<T> next(Kind<T> kind, T draft, @Nullable Edition<T> before, String by, Instant now) {
        int version = before == null ? 1 : before.version() + 1;
        return new Edition<>(
                kind.id().apply(draft), version, now, by, null, kind.numbered().as(draft, version, now));
    }

    private <T> void write(Kind<T> kind, List<Printed<T>> printed) {
        List<Object[]> rows = printed.stream()
                .filter(Printed::isNew)
                .map(p -> new @Nullable Object[] {
                    kind.name(),
                    p.edition().id(),
                    p.edition().version(),
                    utc(p.edition().publishedAt()),
                    p.edition().publishedBy(),
                    Json.MAPPER.writeValueAsString(p.edition().body())
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("""
                    INSERT INTO edition (kind, id, version, published_at, published_by, body) VALUES (?, ?, ?, ?, ?, ?)
                    """, rows);
        }
    }
}
