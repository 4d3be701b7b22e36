package io.plateflow.stats.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.embedded.TestMySql;
import io.plateflow.stats.Overheard;
import io.plateflow.stats.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is older than two years goes, in small steps, and nothing else. */
class RetentionIT {
    private static final int OLD = 2 * Retention.MOST_AT_ONCE + 500;
    private final Overheard database = migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void deletesWhatIsOlderThanTwoYearsThoughTwoInstancesDoSoAtOnce() throws Exception {
        Instant now = Instant.now();
        fill(now.minus(740, ChronoUnit.DAYS), OLD);
        fill(now.minus(720, ChronoUnit.DAYS), 3);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> one = () -> {
                new Retention(JdbcClient.create(jdbc), Settings.settings()).purge();
                return true;
            };
            threads.invokeAll(List.of(one, one))
                    .forEach(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(30)));
        } finally {
            threads.shutdownNow();
        }
        assertThat(count("audit")).isEqualTo(3);
        assertThat(count("audit_plate")).isEqualTo(3);
        assertThat(database.plans().keySet())
                .filteredOn(sql -> sql.startsWith("DELETE"))
                .hasSize(2);
        assertThat(database.scans(Set.of())).noneMatch(scan -> scan.startsWith("DELETE"));
    }

    private void fill(Instant at, int rows) {
        PlateHashes hashes = new PlateHashes(Settings.settings());
        Act act = Act.of(Action.SEARCH, "list", "stays").plate("AA111AA");
        new AuditRows(jdbc)
                .write(
                        IntStream.range(0, rows)
                                .mapToObj(i -> new Noted(
                                        UUID.randomUUID(),
                                        at.plusMillis(i),
                                        new Caller("ana", "::1"),
                                        act,
                                        List.of(hashes.of("AA111AA"))))
                                .toList(),
                        true);
    }

    private long count(String table) {
        return JdbcClient.create(jdbc)
                .sql("SELECT COUNT(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private static Overheard migrated() {
        TestMySql.Database database = TestMySql.fresh();
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .placeholders(Map.of("currency", "ARS"))
                .load()
                .migrate();
        return new Overheard(source);
    }
}
