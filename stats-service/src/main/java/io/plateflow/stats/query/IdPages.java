package io.plateflow.stats.query;

import static java.util.stream.Collectors.joining;

import io.plateflow.stats.storage.Columns;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for one page of a list, newest first, by keyset: the last page takes no longer than the first. */
@Component
class IdPages {
    private final JdbcClient jdbc;
    private final PlatesLike plates;
    private final ZonesOfBox zones;
    private final Counts counts;

    IdPages(JdbcClient jdbc, PlatesLike plates, ZonesOfBox zones, Counts counts) {
        this.jdbc = jdbc;
        this.plates = plates;
        this.zones = zones;
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
        Optional<List<String>> reached =
                filter.box() == null || filter.zone() != null ? Optional.empty() : zones.ask(filter.box());
        Conditions conditions = Conditions.of(list, filter, plates, reached);
        List<Cursor> found = jdbc.sql(newest(list, conditions, reached.orElse(List.of())))
                .params(conditions.values())
                .param("limit", filter.limit() + 1)
                .query((row, n) -> new Cursor(Columns.instant(row, "at"), Columns.id(row, "id")))
                .list();
        boolean more = found.size() > filter.limit();
        List<Cursor> page = more ? found.subList(0, filter.limit()) : found;
        return new IdPage(
                page.stream().map(Cursor::id).toList(),
                more ? page.get(page.size() - 1) : null,
                filter.counted() ? total(list, filter, reached, page, more) : null);
    }

    /** Of several zones the newest of each zone's newest: an index has them in order only zone by zone. */
    private static String newest(ListOf list, Conditions conditions, List<String> zones) {
        String order = " ORDER BY at DESC, id DESC LIMIT :limit";
        String all = "SELECT id, %s AS at FROM %s WHERE %s".formatted(list.time(), list.table(), conditions.sql());
        if (zones.size() < 2) {
            return all + order;
        }
        return zones.stream()
                .map(zone -> "(%s AND zone = %s%s)".formatted(all, conditions.parameter(zone), order))
                .collect(joining(" UNION ALL ", "", order));
    }

    private @Nullable Total total(
            ListOf list, Filter filter, Optional<List<String>> reached, List<Cursor> page, boolean more) {
        Conditions all = Conditions.of(list, filter.next(null), plates, reached);
        return Counts.orOf(
                page, !more && filter.after() == null, () -> counts.in(list.table(), all.sql(), all.values()));
    }
}
