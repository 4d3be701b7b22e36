package io.plateflow.stats.reader;

import io.plateflow.stats.StatsProperties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the views at the first start, and again where this program, the time zone or the currency says other ones. Apart
 * from Flyway: an account that has rights on its own schema alone must still start, and need no restart once it has more.
 */
@Component
class ReaderViews {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderViews.class);

    private final JdbcConnectionDetails mysql;
    private final StatsProperties properties;
    private boolean there;
    private boolean said;

    ReaderViews(JdbcConnectionDetails mysql, StatsProperties properties) {
        this.mysql = mysql;
        this.properties = properties;
    }

    /** Whether they are there, as they must be. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    synchronized boolean keep() {
        if (!there) {
            try {
                make();
                there = true;
            } catch (DataAccessException e) {
                if (!said) {
                    LOG.warn(
                            "plateflow_reader has no views to ask, or old ones; all else works, and this is tried again each minute."
                                    + " docs/docker.md says what the database must be told: {}",
                            e.getMostSpecificCause().getMessage());
                }
                said = true;
            }
        }
        return there;
    }

    private void make() {
        SingleConnectionDataSource own = new SingleConnectionDataSource(
                mysql.getJdbcUrl(), String.valueOf(mysql.getUsername()), String.valueOf(mysql.getPassword()), true);
        try {
            JdbcClient jdbc = JdbcClient.create(own);
            ReaderSql wanted = ReaderSql.of(
                    jdbc.sql("SELECT DATABASE()").query(String.class).single(), properties);
            if (!wanted.version().equals(version(jdbc, wanted.schema()))) {
                replace(new JdbcTemplate(own), wanted);
                LOG.info("views of {} are of version {}", wanted.schema(), wanted.version());
            }
        } finally {
            own.destroy();
        }
    }

    private static String version(JdbcClient jdbc, String schema) {
        boolean made =
                jdbc.sql("SELECT COUNT(*) FROM information_schema.views WHERE table_schema = ? AND table_name = 'site'")
                                .param(schema)
                                .query(Long.class)
                                .single()
                        > 0;
        return made
                ? jdbc.sql("SELECT version FROM `" + schema + "`.site")
                        .query(String.class)
                        .single()
                : "none";
    }

    private static void replace(JdbcTemplate jdbc, ReaderSql wanted) {
        // Seconds. A query that runs on a view holds it: better no new view yet than all later queries behind this one.
        jdbc.execute("SET SESSION lock_wait_timeout = 5");
        if (jdbc.queryForList("SHOW DATABASES LIKE '" + wanted.schema().replace("_", "\\_") + "'")
                .isEmpty()) {
            jdbc.execute("CREATE DATABASE `" + wanted.schema() + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
        wanted.statements().forEach(jdbc::execute);
    }
}
