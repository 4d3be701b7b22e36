package io.plateflow.stats.query;

import io.plateflow.stats.storage.Columns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for one page of a list, newest first, by keyset: the last page takes no longer than the first. */
@Component
class IdPages {
    private final JdbcClient jdbc;
    private final PlatesLike plates;
    private final Counts counts;

    IdPages(JdbcClient jdbc, PlatesLike plates, Counts counts) {
        this.jdbc = jdbc;
        this.plates = plates;
        this.counts = counts;
    }

    /**
     * The ids of one page.
     *
     * @param next where the next page begins; null when this is the last
     * @param total of all pages; null unless it was asked for, and when it could not be counted in time
     */
    record IdPage(
            List<UUID> ids, @Nullable Cursor next, @Nullable Total total) {
        @Nullable
        String nextText() {
            return next == null ? null : next.text();
        }
    }

    IdPage ask(ListOf list, Filter filter) {
        Conditions conditions = Conditions.of(list, filter, plates);
        List<Cursor> found = jdbc.sql(
                        "SELECT id, %1$s AS at FROM %2$s WHERE %3$s ORDER BY %1$s DESC, id DESC LIMIT :limit"
                                .formatted(list.time(), list.table(), conditions.sql()))
                .params(conditions.values())
                .param("limit", filter.limit() + 1)
                .query((row, n) -> new Cursor(Columns.instant(row, "at"), Columns.id(row, "id")))
                .list();
        boolean more = found.size() > filter.limit();
        List<Cursor> page = more ? found.subList(0, filter.limit()) : found;
        return new IdPage(
                page.stream().map(Cursor::id).toList(),
                more ? page.get(page.size() - 1) : null,
                filter.counted() ? total(list, filter, page, more) : null);
    }

    private @Nullable Total total(ListOf list, Filter filter, List<Cursor> page, boolean more) {
        Conditions all = Conditions.of(list, filter.next(null), plates);
        return Counts.orOf(
                page, !more && filter.after() == null, () -> counts.in(list.table(), all.sql(), all.values()));
    }
}
