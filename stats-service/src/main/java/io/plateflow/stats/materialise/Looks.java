package io.plateflow.stats.materialise;

import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.storage.PlateLooks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps how plates look, once per plate. */
@Component
class Looks {
    private final JdbcTemplate jdbc;

    Looks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Plates that were not counted before; repeats change nothing. What stands for one that was erased looks like none. */
    void add(List<Deltas.Name> plates) {
        List<Object[]> rows = plates.stream()
                .map(name -> new String(name.name(), StandardCharsets.US_ASCII))
                .filter(plate -> !Aliases.isAlias(plate))
                .flatMap(plate -> PlateLooks.of(plate).stream().map(look -> new Object[] {look, plate}))
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("INSERT IGNORE INTO plate_look (variant, plate) VALUES (?, ?)", rows);
        }
    }
}
