package io.plateflow.stats.signals;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.StatsProperties;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets names of cameras that senders made up or gave up: those that were last heard of longer ago than captures are kept. A
 * camera with a record is listed for good, and so is when it was last heard of. At most a thousand rows a transaction; of two
 * instances that do so at once one finds less to delete.
 */
@Component
class OldSignals {
    private static final Logger LOG = LoggerFactory.getLogger(OldSignals.class);
    private static final int MOST_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Duration kept;

    OldSignals(JdbcClient jdbc, StatsProperties properties) {
        this.jdbc = jdbc;
        this.kept = properties.retention().captures();
    }

    @Scheduled(initialDelayString = "${plateflow.stats.purge-delay:PT5M}", fixedDelayString = "PT1H")
    void purge() {
        try {
            int deleted = purge(Instant.now());
            if (deleted > 0) {
                LOG.info("{} cameras without a record were not heard of for {} and are forgotten", deleted, kept);
            }
        } catch (DataAccessException e) {
            LOG.warn("cameras that are long silent wait for the database: {}", e.toString());
        }
    }

    /** As of {@code now}; tells how many are forgotten. */
    int purge(Instant now) {
        int all = 0;
        int some;
        do {
            some = jdbc.sql("""
                    DELETE FROM camera_signal WHERE received_at < :before
                      AND NOT EXISTS (SELECT 1 FROM edition WHERE kind = 'camera' AND edition.id = camera_signal.key_id)
                    ORDER BY received_at LIMIT :most
                    """)
                    .param("before", utc(now.minus(kept)))
                    .param("most", MOST_AT_ONCE)
                    .update();
            all += some;
        } while (some == MOST_AT_ONCE);
        return all;
    }
}
