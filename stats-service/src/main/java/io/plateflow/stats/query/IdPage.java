package io.plateflow.stats.query;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.storage.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ids of one page of a list, newest first.
 *
 * @param next cursor of the next page; null when this is the last
 */
record IdPage(List<UUID> ids, @Nullable String next) {

    /**
     * Asks {@code table}. Only names written in this package go into the text; what callers send goes as parameters.
     *
     * @param time column that orders the list
     * @param stateCondition SQL that holds for the state asked for; it may use {@code :state}
     */
    static IdPage of(JdbcClient jdbc, Filter filter, String table, String time, String stateCondition) {
        StringBuilder sql =
                new StringBuilder("SELECT id, " + time + " AS at FROM " + table + " WHERE " + time + " IS NOT NULL");
        Map<String, Object> values = new LinkedHashMap<>();
        if (filter.plate() != null) {
            sql.append(filter.prefix() ? " AND plate LIKE :plate" : " AND plate = :plate");
            values.put("plate", filter.prefix() ? filter.plate() + "%" : filter.plate());
        }
        if (filter.from() != null) {
            sql.append(" AND ").append(time).append(" >= :from");
            values.put("from", utc(filter.from()));
        }
        if (filter.to() != null) {
            sql.append(" AND ").append(time).append(" < :to");
            values.put("to", utc(filter.to()));
        }
        if (filter.zone() != null) {
            sql.append(" AND zone = :zone");
            values.put("zone", filter.zone());
        }
        if (filter.state() != null) {
            sql.append(" AND ").append(stateCondition);
            values.put("state", filter.state());
        }
        if (filter.after() != null) {
            sql.append(" AND %1$s <= :at AND (%1$s < :at OR id < :id)".formatted(time));
            values.put("at", utc(filter.after().at()));
            values.put("id", bytes(filter.after().id()));
        }
        sql.append(" ORDER BY ").append(time).append(" DESC, id DESC LIMIT :limit");
        values.put("limit", filter.limit() + 1);
        List<Cursor> found = new ArrayList<>(jdbc.sql(sql.toString())
                .params(values)
                .query((row, n) -> {
                    Instant at = Columns.instant(row, "at");
                    return new Cursor(at, Columns.id(row, "id"));
                })
                .list());
        boolean more = found.size() > filter.limit();
        List<Cursor> page = more ? found.subList(0, filter.limit()) : found;
        return new IdPage(
                page.stream().map(Cursor::id).toList(),
                more ? page.get(page.size() - 1).text() : null);
    }
}
