package io.plateflow.stats.editions;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.contracts.Json;
import io.plateflow.domain.tariff.Vehicle;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.query.Refusals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
    private final Audit audit;

    Press(JdbcClient client, JdbcTemplate jdbc, TransactionTemplate transactions, Editions editions, Audit audit) {
        this.client = client;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.editions = editions;
        this.audit = audit;
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
        return publish(kind, List.of(draft), by, expected, all -> one(kind, all.get(0)))
                .get(0);
    }

    /** What {@link #publish} would do now; nothing is kept. */
    public <T> Printed<T> preview(Kind<T> kind, T draft, String by, @Nullable Integer expected) {
        Edition<T> newest = editions.newest(kind, kind.id().apply(draft)).orElse(null);
        refuseUnless(expected, newest);
        return printed(kind, draft, newest, by, Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** Publishes all of {@code vehicles}, one for each plate, or none; answers in their order. */
    public List<Printed<Vehicle>> publishAll(List<Vehicle> vehicles, String by) {
        return publish(Kind.VEHICLE, vehicles, by, null, Press::all);
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

    private static <T> Act one(Kind<T> kind, Edition<T> edition) {
        Act act = kind.published() == Action.VEHICLE_PUBLISHED
                ? Act.of(kind.published()).plate(edition.id())
                : Act.of(kind.published(), kind.name(), edition.id());
        return act.detail("version " + edition.version());
    }

    private static Act all(List<Edition<Vehicle>> vehicles) {
        return Act.of(Action.VEHICLES_IMPORTED)
                .plates(vehicles.stream().map(Edition::id).toList())
                .detail(vehicles.size() + " published");
    }

    /**
     * Publishes all of {@code drafts}, one for each id, or none, in the transaction that is open or one of its own; answers
     * in their order. What changes nothing is not done.
     *
     * @param expected as for one
     * @param act what goes on record of those that are new
     */
    public <T> List<Printed<T>> publish(
            Kind<T> kind, List<T> drafts, String by, @Nullable Integer expected, Function<List<Edition<T>>, Act> act) {
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
            List<Edition<T>> fresh = printed.stream()
                    .filter(Printed::isNew)
                    .map(Printed::edition)
                    .toList();
            if (!fresh.isEmpty()) {
                audit.did(act.apply(fresh));
            }
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
