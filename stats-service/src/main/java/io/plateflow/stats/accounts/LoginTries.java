package io.plateflow.stats.accounts;

import static io.plateflow.stats.storage.Columns.instantOrNull;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.StatsProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords in windows of time: of a name from an address, of an address, and of a name from anywhere. Past a
 * limit nobody's password is tried until the window ends. The last two limits spare a name at an address that it has signed
 * in from of late, so that strangers shut nobody out, not even behind the same proxy. Names that do not exist count alike.
 */
@Component
public class LoginTries {
    /** Behind one address there may be a whole office. */
    private static final int ADDRESS_FACTOR = 5;

    private static final int NAME_FACTOR = 10;
    private static final Duration KNOWN_FOR = Duration.ofDays(30);
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final StatsProperties.Login limits;

    LoginTries(JdbcClient jdbc, StatsProperties properties) {
        this.jdbc = jdbc;
        this.limits = properties.login();
    }

    /**
     * How tries of a name from an address stand.
     *
     * @param lockedUntil null when another may be made
     * @param failed whether any failed in this window
     * @param noted when it last succeeded, to the hour; null when not of late
     */
    public record Standing(
            @Nullable Instant lockedUntil,
            boolean failed,
            @Nullable Instant noted) {
        /** Whether a success now begins anew, after an hour or more, what is worth a note. */
        public boolean isNews(Instant now) {
            return noted == null || noted.isBefore(now.minus(NOTED_EVERY));
        }
    }

    public Standing of(Tried tried) {
        Instant now = Instant.now();
        return jdbc.sql("""
                SELECT
                  (SELECT MAX(since) FROM login_failure WHERE since > :begin AND (
                     (kind = 'PAIR' AND subject = :pair AND failures >= :limit)
                     OR ((kind = 'ADDRESS' AND subject = :address AND failures >= :addressLimit
                          OR kind = 'NAME' AND subject = :name AND failures >= :nameLimit)
                         AND NOT EXISTS (SELECT * FROM login_known WHERE subject = :pair AND last_at > :known)))) AS locked,
                  (SELECT COUNT(*) FROM login_failure WHERE kind = 'PAIR' AND subject = :pair) AS failed,
                  (SELECT last_at FROM login_known WHERE subject = :pair AND last_at > :known) AS noted
                """)
                .param("begin", utc(now.minus(limits.window())))
                .param("known", utc(now.minus(KNOWN_FOR)))
                .param("pair", tried.pair())
                .param("address", tried.address())
                .param("name", tried.name())
                .param("limit", limits.failures())
                .param("addressLimit", limits.failures() * ADDRESS_FACTOR)
                .param("nameLimit", limits.failures() * NAME_FACTOR)
                .query((row, n) -> {
                    Instant locked = instantOrNull(row, "locked");
                    return new Standing(
                            locked == null ? null : locked.plus(limits.window()),
                            row.getInt("failed") > 0,
                            instantOrNull(row, "noted"));
                })
                .single();
    }

    /** One row a statement, each by itself: two who fail at once do not wait for each other. */
    public void failed(Tried tried) {
        count("PAIR", tried.pair());
        count("ADDRESS", tried.address());
        count("NAME", tried.name());
    }

    public void succeeded(Tried tried, Standing before) {
        if (before.failed()) {
            jdbc.sql("DELETE FROM login_failure WHERE kind = 'PAIR' AND subject = :pair")
                    .param("pair", tried.pair())
                    .update();
        }
        Instant now = Instant.now();
        if (before.isNews(now)) {
            jdbc.sql("INSERT INTO login_known VALUES (:pair, :now) ON DUPLICATE KEY UPDATE last_at = :now")
                    .param("pair", tried.pair())
                    .param("now", utc(now))
                    .update();
        }
    }

    private void count(String kind, byte[] subject) {
        Instant now = Instant.now();
        jdbc.sql("""
                INSERT INTO login_failure (kind, subject, failures, since) VALUES (:kind, :subject, 1, :now)
                ON DUPLICATE KEY UPDATE failures = IF(since > :begin, failures + 1, 1), since = IF(since > :begin, since, :now)
                """)
                .param("kind", kind)
                .param("subject", subject)
                .param("now", utc(now))
                .param("begin", utc(now.minus(limits.window())))
                .update();
    }

    @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        Instant now = Instant.now();
        jdbc.sql("DELETE FROM login_failure WHERE since < :before LIMIT 1000")
                .param("before", utc(now.minus(limits.window())))
                .update();
        jdbc.sql("DELETE FROM login_known WHERE last_at < :before LIMIT 1000")
                .param("before", utc(now.minus(KNOWN_FOR)))
                .update();
    }
}
