package io.plateflow.stats.editions;

import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.instantOrNull;

import io.plateflow.contracts.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions by what they are versions of; also those that the broker has not yet. */
@Component
public class Editions {
    private static final int MOST_IDS = 1000;

    private final JdbcClient jdbc;

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The highest version of {@code id}, published or built in. */
    public <T> Optional<Edition<T>> newest(Kind<T> kind, String id) {
        return Optional.ofNullable(newest(kind, List.of(id)).get(id));
    }

    /** The highest version of each of {@code ids} that has any. */
    public <T> Map<String, Edition<T>> newest(Kind<T> kind, Collection<String> ids) {
        Map<String, Edition<T>> newest = new HashMap<>();
        ids.forEach(id -> kind.builtIn().apply(id).ifPresent(body -> newest.put(id, Edition.builtIn(id, body))));
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MOST_IDS) {
            jdbc.sql("""
                    SELECT e.* FROM edition e
                    JOIN (SELECT id, MAX(version) AS version FROM edition
                          WHERE kind = :kind AND id IN (:ids) GROUP BY id) n
                      ON e.kind = :kind AND e.id = n.id AND e.version = n.version
                    """)
                    .param("kind", kind.name())
                    .param("ids", all.subList(from, Math.min(from + MOST_IDS, all.size())))
                    .query((row, n) -> newest.put(row.getString("id"), edition(kind, row)))
                    .list();
        }
        return newest;
    }

    /** All versions of each of {@code ids}, the highest first, what is built in last. */
    public <T> Map<String, List<Edition<T>>> all(Kind<T> kind, Collection<String> ids) {
        Map<String, List<Edition<T>>> versions = new HashMap<>();
        List<String> wanted = List.copyOf(ids);
        for (int from = 0; from < wanted.size(); from += MOST_IDS) {
            jdbc.sql("SELECT * FROM edition WHERE kind = :kind AND id IN (:ids) ORDER BY id, version DESC")
                    .param("kind", kind.name())
                    .param("ids", wanted.subList(from, Math.min(from + MOST_IDS, wanted.size())))
                    .query((row, n) -> versions.computeIfAbsent(row.getString("id"), id -> new ArrayList<>())
                            .add(edition(kind, row)))
                    .list();
        }
        wanted.forEach(id -> kind.builtIn()
                .apply(id)
                .ifPresent(body ->
                        versions.computeIfAbsent(id, i -> new ArrayList<>()).add(Edition.builtIn(id, body))));
        return versions;
    }

    /** The newest version of each id that begins with {@code prefix}, in the order of their ids. */
    public <T> Page<T> page(Kind<T> kind, String prefix, @Nullable String after, int limit) {
        List<Edition<T>> found = new ArrayList<>(jdbc.sql("""
                SELECT e.* FROM edition e
                WHERE e.kind = :kind AND e.id > :after AND (:prefix = '' OR (e.id >= :prefix AND e.id < :past))
                  AND e.version = (SELECT MAX(v.version) FROM edition v WHERE v.kind = e.kind AND v.id = e.id)
                ORDER BY e.id LIMIT :limit
                """)
                .param("kind", kind.name())
                .param("after", after == null ? "" : after)
                .param("prefix", prefix)
                .param("past", prefix + Character.MAX_VALUE)
                .param("limit", limit + 1)
                .query((row, n) -> edition(kind, row))
                .list());
        boolean more = found.size() > limit;
        return new Page<>(more ? found.subList(0, limit) : found, more);
    }

    /** All of them, read as they are needed. */
    public <T> Stream<Edition<T>> stream(Kind<T> kind, String prefix) {
        return Stream.iterate(
                        Optional.of(page(kind, prefix, null, MOST_IDS)),
                        Optional::isPresent,
                        page -> page.filter(Page::more)
                                .map(one -> page(kind, prefix, one.last().id(), MOST_IDS)))
                .flatMap(page -> page.orElseThrow().items().stream());
    }

    /** A page of a list. */
    public record Page<T>(List<Edition<T>> items, boolean more) {
        /** @throws IndexOutOfBoundsException when there is none */
        Edition<T> last() {
            return items.get(items.size() - 1);
        }

        /** The same page, {@code first} before its items. */
        public Page<T> after(Edition<T> first) {
            return new Page<>(Stream.concat(Stream.of(first), items.stream()).toList(), more);
        }
    }

    /** Whether {@code id} has any version. */
    public boolean exists(Kind<?> kind, String id) {
        return kind.builtIn().apply(id).isPresent() || isPublished(kind, id);
    }

    /** Whether anybody published a version of {@code id}. */
    public boolean isPublished(Kind<?> kind, String id) {
        return !jdbc.sql("SELECT 1 FROM edition WHERE kind = :kind AND id = :id LIMIT 1")
                .param("kind", kind.name())
                .param("id", id)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private static <T> Edition<T> edition(Kind<T> kind, ResultSet row) throws SQLException {
        return new Edition<>(
                row.getString("id"),
                row.getInt("version"),
                instant(row, "published_at"),
                row.getString("published_by"),
                instantOrNull(row, "sent_at"),
                Json.MAPPER.readValue(row.getString("body"), kind.type()));
    }
}
