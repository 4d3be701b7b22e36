package io.plateflow.stats.erasure;

import static io.plateflow.stats.storage.Columns.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.stats.ManyRows;
import io.plateflow.stats.Overheard;
import io.plateflow.stats.materialise.ErasedRows;
import io.plateflow.stats.retention.CountedPlates;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An erasure finds the plate's own rows by their indexes, and looks through what people wrote a page at a time. */
class ErasurePlanIT {
    private static final int CAPTURES = Integer.getInteger("plateflow.erasure.captures", 20_000);
    /** Far below what two busy cores do. */
    private static final double LEAST_A_SECOND = 1_000;

    @Test
    void readsByIndexesAndAThousandRowsATransactionAtMost() throws Exception {
        try (ManyRows rows = new ManyRows(CAPTURES);
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            Overheard database = new Overheard(rows.database());
            context.registerBean(DataSource.class, () -> database);
            context.registerBean(
                    TransactionTemplate.class,
                    () -> new TransactionTemplate(new DataSourceTransactionManager(database)));
            context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
            context.register(
                    Class.forName("io.plateflow.stats.materialise.Totals"),
                    Class.forName("io.plateflow.stats.materialise.Looks"),
                    ErasedRows.class,
                    CountedPlates.class,
                    Mentions.class,
                    ErasingSteps.class);
            context.refresh();
            String plate = ManyRows.plate(20);
            UUID erasure = asked(rows.client(), plate);

            Instant begin = Instant.now();
            int steps = 1;
            while (context.getBean(ErasingSteps.class).step(erasure)) {
                steps++;
            }
            double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
            System.out.printf(
                    "a plate erased among %d captures in %.1f s, %d transactions: %.0f captures a second%n",
                    CAPTURES, seconds, steps, CAPTURES / seconds);

            assertThat(CAPTURES / seconds).isGreaterThan(LEAST_A_SECOND);
            assertThat(steps).isGreaterThan(CAPTURES / 1_000);
            assertThat(count(rows.client(), "capture", plate) + count(rows.client(), "stay", plate))
                    .isZero();
            assertThat(count(rows.client(), "stay", "qwertyuiop")).isEqualTo(1);
            assertThat(database.scans(ManyRows.TABLES))
                    .as(
                            "once in an erasure, and locking nothing else: names without a count, and what nobody could read")
                    .allMatch(scan -> scan.startsWith("SELECT day FROM distinct_key ")
                            || scan.startsWith("UPDATE poison_record "));
        }
    }

    private static UUID asked(JdbcClient jdbc, String plate) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO erased_plate (plate_hash, alias, until_at) VALUES (:hash, 'qwertyuiop', UTC_TIMESTAMP(6))")
                .param("hash", new byte[32])
                .update();
        jdbc.sql("""
                INSERT INTO erasure (id, alias, until_at, asked_at, asked_by, reason, plate, looked_to)
                VALUES (:id, 'qwertyuiop', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 'admin', 'asked', :plate, :first)
                """)
                .param("id", bytes(id))
                .param("plate", plate)
                .param("first", new byte[16])
                .update();
        return id;
    }

    private static long count(JdbcClient jdbc, String table, String plate) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE plate = :plate")
                .param("plate", plate)
                .query(Long.class)
                .single();
    }
}
