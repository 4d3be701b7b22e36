package io.plateflow.stats.gate;

import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.storage.PlateLooks;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The vehicles still inside that an exit may be of: first plates with the same fold key or one edit away, and what the reading
 * held for possible; then the latest entries of that zone.
 */
@Component
class Candidates {
    private static final int MOST = 5;

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stays, the likeliest first. */
    List<UUID> of(CaptureAnswer capture) {
        Set<UUID> stays = new LinkedHashSet<>();
        if (capture.zone() != null && capture.capturedAt() != null) {
            Set<String> plates = plates(capture.plate());
            if (!plates.isEmpty()) {
                stays.addAll(inside(capture.zone(), capture.capturedAt(), plates));
            }
            stays.addAll(inside(capture.zone(), capture.capturedAt(), Set.of()));
        }
        return stays.stream().limit(MOST).toList();
    }

    private Set<String> plates(CaptureAnswer.@Nullable PlateAnswer read) {
        Set<String> plates = new LinkedHashSet<>();
        String text = read == null ? null : read.effective() != null ? read.effective() : read.observed();
        if (read != null && text != null) {
            jdbc
                    .sql("SELECT DISTINCT plate FROM plate_look WHERE variant IN (:looks) LIMIT 1000")
                    .param("looks", PlateLooks.of(text))
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(plate -> PlateLooks.resemble(plate, text))
                    .forEach(plates::add);
            read.candidates().forEach(one -> plates.add(one.path("text").asString("")));
        }
        return plates;
    }

    /** Those who came in last first; of {@code plates} alone when there are any. */
    private List<UUID> inside(String zone, Instant before, Set<String> plates) {
        return jdbc.sql("""
                SELECT id FROM stay WHERE zone = :zone AND state IN ('OPEN', 'NEEDS_REVIEW') AND to_at IS NULL
                  AND ledger_closed_at IS NULL AND from_at < :before %s
                ORDER BY from_at DESC, id DESC LIMIT :most
                """.formatted(plates.isEmpty() ? "" : "AND plate IN (:plates)"))
                .param("zone", zone)
                .param("before", utc(before))
                .param("plates", plates)
                .param("most", MOST)
                .query((row, n) -> id(row, "id"))
                .list();
    }
}
