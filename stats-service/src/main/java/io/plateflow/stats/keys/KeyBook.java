package io.plateflow.stats.keys;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.ApiKey;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import io.plateflow.stats.editions.Press;
import io.plateflow.stats.query.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes, changes, renews and revokes keys, each in one transaction that locks all of them first: no id is given to two kinds,
 * and whoever makes a key anew replaces the one in force. A key that was revoked never comes back: its record gets another.
 */
@Component
public class KeyBook {
    /** What {@code local} and the compose file publish by themselves, with a key of the settings. */
    static final String BUILT_IN = "default";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Editions editions;
    private final Press press;

    KeyBook(JdbcClient jdbc, TransactionTemplate transactions, Editions editions, Press press) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.editions = editions;
        this.press = press;
    }

    /**
     * Publishes a record whose key is the one it had, or a new one.
     *
     * @param expected the version that it was written after; 0: none; null: whichever there is
     * @throws org.springframework.web.ErrorResponseException 409 when another kind has the id, 412 when there is another version
     */
    public Issued put(Kind<ApiKey> kind, ApiKey draft, String by, @Nullable Integer expected) {
        return put(kind, List.of(draft), by, expected, all -> {
                    Edition<ApiKey> one = all.get(0);
                    return act(one.version() == 1 ? Action.KEY_ADDED : Action.KEY_CHANGED, kind, one);
                })
                .get(0);
    }

    /** The same of many, one for each id, or of none. */
    public List<Issued> putAll(Kind<ApiKey> kind, List<ApiKey> drafts, String by) {
        return put(
                kind,
                drafts,
                by,
                null,
                all -> Act.of(Action.CAMERAS_IMPORTED, "list", "cameras").detail(all.size() + " published"));
    }

    /** What {@link #putAll} would publish now; nothing is kept, and no key is made. */
    public List<Press.Printed<ApiKey>> previewAll(Kind<ApiKey> kind, List<ApiKey> drafts, String by) {
        refuseTaken(kind, drafts);
        return press.previewAll(kind, next(kind, drafts, new HashMap<>()), by);
    }

    /**
     * Gives a record another key.
     *
     * @param overlap how long the one in force stays valid beside it; one from before that ends now
     * @throws org.springframework.web.ErrorResponseException 404 when there is none, 409 when it is revoked
     */
    public Issued rotate(Kind<ApiKey> kind, String id, Duration overlap, String by) {
        return alone(() -> {
            ApiKey now = inForce(kind, id);
            Secret secret = Secret.random();
            ApiKey next = overlap.isZero()
                    ? now.keyed(secret.hash(), null, null)
                    : now.keyed(
                            secret.hash(),
                            now.hash(),
                            Instant.now().plus(overlap).truncatedTo(ChronoUnit.SECONDS));
            return publish(kind, next, by, Action.KEY_ROTATED, secret);
        });
    }

    /** Ends both of its keys; what is revoked already stays so. */
    public Issued revoke(Kind<ApiKey> kind, String id, String by) {
        return alone(() -> {
            ApiKey newest = editions.newest(kind, id)
                    .orElseThrow(() -> Refusals.notFound(kind.name()))
                    .body();
            ApiKey revoked = newest.asRevoked().keyed(newest.hash(), null, null);
            return publish(kind, revoked, by, Action.KEY_REVOKED, null);
        });
    }

    private List<Issued> put(
            Kind<ApiKey> kind,
            List<ApiKey> drafts,
            String by,
            @Nullable Integer expected,
            Function<List<Edition<ApiKey>>, Act> act) {
        return alone(() -> {
            refuseTaken(kind, drafts);
            Map<String, Secret> secrets = new HashMap<>();
            List<ApiKey> next = next(kind, drafts, secrets);
            return press.publish(kind, next, by, expected, act).stream()
                    .map(p -> new Issued(
                            p.edition(), p.isNew(), secrets.get(p.edition().id())))
                    .toList();
        });
    }

    private Issued publish(Kind<ApiKey> kind, ApiKey next, String by, Action action, @Nullable Secret secret) {
        Press.Printed<ApiKey> printed = press.publish(
                        kind, List.of(next), by, null, all -> act(action, kind, all.get(0)))
                .get(0);
        return new Issued(printed.edition(), printed.isNew(), secret);
    }

    /** Each with the keys that it has; one that has none in force with a new one, which is put into {@code secrets}. */
    private List<ApiKey> next(Kind<ApiKey> kind, List<ApiKey> drafts, Map<String, Secret> secrets) {
        Map<String, Edition<ApiKey>> newest =
                editions.newest(kind, drafts.stream().map(ApiKey::id).toList());
        List<ApiKey> next = new ArrayList<>();
        for (ApiKey draft : drafts) {
            Edition<ApiKey> before = newest.get(draft.id());
            if (before == null || before.body().revoked()) {
                Secret secret = Secret.random();
                secrets.put(draft.id(), secret);
                next.add(draft.keyed(secret.hash(), null, null));
            } else {
                ApiKey now = before.body();
                next.add(draft.keyed(now.hash(), now.previousHash(), now.previousUntil()));
            }
        }
        return next;
    }

    private ApiKey inForce(Kind<ApiKey> kind, String id) {
        ApiKey newest = editions.newest(kind, id)
                .orElseThrow(() -> Refusals.notFound(kind.name()))
                .body();
        if (newest.revoked()) {
            throw Refusals.of(
                    HttpStatus.CONFLICT, "key_revoked", "its key is revoked: write it anew, and it gets another");
        }
        return newest;
    }

    private void refuseTaken(Kind<ApiKey> kind, List<ApiKey> drafts) {
        List<Refusals.Fault> taken = jdbc.sql("""
                SELECT DISTINCT kind, id FROM edition
                WHERE kind IN ('camera', 'warden', 'client') AND kind <> :kind AND id IN (:ids) ORDER BY id
                """)
                .param("kind", kind.name())
                .param("ids", drafts.stream().map(ApiKey::id).toList())
                .query((row, n) -> new Refusals.Fault(
                        "id_taken",
                        "id",
                        "choose another id: " + row.getString("id") + " is a " + row.getString("kind")))
                .list();
        if (!taken.isEmpty()) {
            throw Refusals.conflict("id_taken", taken.get(0).detail(), taken);
        }
    }

    private <T> T alone(Supplier<T> change) {
        return requireNonNull(transactions.execute(transaction -> {
            jdbc.sql("SELECT name FROM edition_lock WHERE name = 'key' FOR UPDATE")
                    .query(String.class)
                    .single();
            return change.get();
        }));
    }

    private static Act act(Action action, Kind<ApiKey> kind, Edition<ApiKey> edition) {
        return Act.of(action, kind.name(), edition.id()).detail("version " + edition.version());
    }
}
