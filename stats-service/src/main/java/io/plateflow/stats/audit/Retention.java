package io.plateflow.stats.audit;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.StatsProperties;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes what is older than the audit is kept: at most a thousand rows a transaction, so that it holds nobody up. Of two
 * instances that do so at once one finds less to delete.
 */
@Component
class Retention {
    static final int MOST_AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final JdbcClient jdbc;
    private final Period kept;

    Retention(JdbcClient jdbc, StatsProperties properties) {
        this.jdbc = jdbc;
        this.kept = properties.audit().retention();
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void purge() {
        Instant before = Instant.now().atZone(ZoneOffset.UTC).minus(kept).toInstant();
        // Plates first: without its row none could be found by who looked for it.
        long deleted = all("DELETE FROM audit_plate WHERE at < :before ORDER BY at LIMIT :most", before)
                + all("DELETE FROM audit WHERE at < :before ORDER BY at, id LIMIT :most", before);
        if (deleted > 0) {
            LOG.info("{} rows of the audit were from before {} and are deleted", deleted, before);
        }
    }

    private long all(String delete, Instant before) {
        long all = 0;
        int some;
        do {
            some = jdbc.sql(delete)
                    .param("before", utc(before))
                    .param("most", MOST_AT_ONCE)
                    .update();
            all += some;
        } while (some == MOST_AT_ONCE);
        return all;
    }
}
