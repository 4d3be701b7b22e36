package io.plateflow.stats.query;

import io.plateflow.stats.storage.PlateLooks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The distinct plates that a pattern means: they are far fewer than captures. */
@Component
class PlatesLike {
    /** More than these are not looked up one by one. */
    static final int MOST = 1_000;

    private final JdbcClient jdbc;

    PlatesLike(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when there are more than {@value #MOST}. */
    Optional<List<String>> ask(PlateMatch match) {
        List<String> plates = match.kind() == PlateMatch.Kind.FUZZY ? resembling(match.text()) : like(match.like());
        return plates.size() > MOST ? Optional.empty() : Optional.of(plates);
    }

    private List<String> like(String pattern) {
        return jdbc.sql("""
                SELECT name FROM distinct_key WHERE kind = 'plate' AND day = :allTime AND name LIKE :pattern LIMIT :most
                """)
                .param("allTime", FiguresOfAll.ALL_TIME)
                .param("pattern", pattern.getBytes(StandardCharsets.US_ASCII))
                .param("most", MOST + 1)
                .query((row, n) -> new String(row.getBytes("name"), StandardCharsets.US_ASCII))
                .list();
    }

    private List<String> resembling(String plate) {
        return jdbc
                .sql("SELECT DISTINCT plate FROM plate_look WHERE variant IN (:looks)")
                .param("looks", PlateLooks.of(plate))
                .query(String.class)
                .list()
                .stream()
                .filter(found -> PlateLooks.resemble(found, plate))
                .limit(MOST)
                .toList();
    }
}
