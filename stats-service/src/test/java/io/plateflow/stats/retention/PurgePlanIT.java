package io.plateflow.stats.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.stats.ManyRows;
import io.plateflow.stats.Overheard;
import io.plateflow.stats.Settings;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.editions.Editions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Deleting what is old reads what it deletes, and not the rest, however much there is. */
class PurgePlanIT {
    private static final int CAPTURES = Integer.getInteger("plateflow.purge.captures", 20_000);
    /** Far below what two busy cores do: a statement that reads a table through falls below it. */
    private static final double LEAST_A_SECOND = 200;

    @Configuration
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    @Test
    void deletesByIndexesAloneAndAThousandRowsATransactionAtMost() {
        try (ManyRows rows = new ManyRows(CAPTURES);
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            Overheard database = new Overheard(rows.database());
            context.registerBean(DataSource.class, () -> database);
            context.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
            context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
            context.registerBean(StatsProperties.class, Settings::settings);
            context.register(
                    Transactions.class,
                    Editions.class,
                    Due.class,
                    Locks.class,
                    Claimed.class,
                    CountedPlates.class,
                    Kept.class,
                    Purged.class,
                    OldPhotos.class,
                    OldCaptures.class);
            context.refresh();

            int claimed = CAPTURES / 20;
            assertThat(purge(context, context.getBean(OldPhotos.class))).isEqualTo(CAPTURES - claimed);
            assertThat(purge(context, context.getBean(OldCaptures.class))).isEqualTo(CAPTURES - claimed);
            assertThat(rows.client()
                            .sql("SELECT COUNT(*) FROM plate_look")
                            .query(Integer.class)
                            .single())
                    .as("plates in stays, and no others, are found by their looks")
                    .isPositive()
                    .isLessThanOrEqualTo(claimed * 9);
            assertThat(database.plans().keySet())
                    .anyMatch(sql -> sql.startsWith("DELETE FROM capture_image"))
                    .anyMatch(sql -> sql.startsWith("DELETE FROM plate_look"));
            assertThat(database.scans(ManyRows.TABLES)).isEmpty();
        }
    }

    /** Deletes all that one kind of deletion may; tells how many, and prints how fast. */
    private static int purge(AnnotationConfigApplicationContext context, Deletion deletion) {
        assertThat(deletion.most()).isLessThanOrEqualTo(1_000);
        Due due = context.getBean(Due.class);
        Instant begin = Instant.now();
        int all = 0;
        for (String zone : due.zones(deletion.from())) {
            Due.At after = Due.At.START;
            while (after != null) {
                List<Due.At> page = due.page(deletion.from(), zone, begin, after, deletion.most());
                if (!page.isEmpty()) {
                    all += deletion.delete(page.stream().map(Due.At::id).toList());
                }
                after = page.size() == deletion.most() ? page.get(page.size() - 1) : null;
            }
        }
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        System.out.printf("%d %s deleted in %.1f s: %.0f a second%n", all, deletion.what(), seconds, all / seconds);
        assertThat(all / seconds).isGreaterThan(LEAST_A_SECOND);
        return all;
    }
}
