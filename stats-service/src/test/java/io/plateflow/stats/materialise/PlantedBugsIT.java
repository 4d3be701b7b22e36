package io.plateflow.stats.materialise;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.plateflow.contracts.Topics;
import io.plateflow.embedded.TestMySql;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the checks are worth: a guard is taken away, and the check that it serves finds the damage. */
class PlantedBugsIT {
    private static final TopicPartition READINGS = new TopicPartition(Topics.READINGS.name(), 0);

    private static final Map<String, String> KEYS = Map.of(
            "capture", "id",
            "charge", "id",
            "stay", "id",
            "distinct_key", "kind, day, name",
            "total", "measure, day, currency");

    private final HikariDataSource database = new HikariDataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void anEmptyDatabase() {
        TestMySql.Database fresh = TestMySql.fresh();
        database.setJdbcUrl(fresh.jdbcUrl() + "&rewriteBatchedStatements=true");
        database.setUsername(fresh.user());
        database.setPassword(fresh.password());
        database.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        Flyway.configure()
                .dataSource(database)
                .placeholders(Map.of("currency", "ARS"))
                .load()
                .migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void withTheirUniqueKeysAllThingsHaveOneRow() {
        drain(History.of(3, 30), new Instance(database));
        KEYS.forEach((table, key) -> assertThat(several(table, key)).as(table).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"capture", "charge", "stay", "distinct_key", "total"})
    void withoutAUniqueKeyTheSameThingHasSeveralRows(String table) {
        String key = KEYS.getOrDefault(table, "");
        jdbc.sql("ALTER TABLE %s DROP PRIMARY KEY, ADD KEY planted (%s)".formatted(table, key))
                .update();

        drain(History.of(3, 30), new Instance(database));

        assertThat(several(table, key)).isPositive();
    }

    /** Rows and aggregates do not suffer: what is there touches them no more. The offset does. */
    @Test
    void withoutTheFenceAStaleInstanceMovesTheOffsetBack() {
        List<ConsumerRecord<String, byte[]>> log = History.of(1, 40).logs().getOrDefault(READINGS, List.of());
        Instance stale = new Instance(database, Unfenced::new);
        stale.assign(List.of(READINGS));
        Instance owner = new Instance(database);
        owner.assign(List.of(READINGS));
        owner.hand(READINGS, log.subList(0, 9));
        long reached = next();

        stale.hand(READINGS, log.subList(0, 4));

        assertThat(next()).isLessThan(reached);
        assertThat(Recount.aggregates(jdbc)).isEqualTo(Recount.ofRows(jdbc));
    }

    @Test
    void withTheOffsetBeforeTheEffectADeathLosesEnds() {
        History history = History.of(5, 60);
        List<ConsumerRecord<String, byte[]>> log = history.logs().getOrDefault(READINGS, List.of());
        Random random = new Random(5);
        int deaths = 0;
        for (int life = 0; life < 12; life++) {
            MortalDataSource mortal = new MortalDataSource(database);
            Instance instance = new Instance(mortal, client -> new OffsetFirst(client, mortal));
            instance.assign(List.of(READINGS));
            mortal.dieAfter(2 + random.nextInt(6));
            deaths += died(() -> instance.poll(READINGS, log, 2)) ? 1 : 0;
        }
        assertThat(deaths).isPositive();
        drain(history, new Instance(database));

        assertThat(Recount.aggregates(jdbc)).as("the figures show nothing").isEqualTo(Recount.ofRows(jdbc));
        assertThat(ended()).as("the ends do").isLessThan(history.ends().size());
    }

    private static boolean died(Runnable work) {
        try {
            work.run();
            return false;
        } catch (RuntimeException killed) {
            return true;
        }
    }

    private static void drain(History history, Instance instance) {
        instance.assign(history.logs().keySet());
        history.logs().forEach((partition, log) -> {
            while (!log.isEmpty()
                    && instance.positions.getOrDefault(partition, 0L)
                            <= log.get(log.size() - 1).offset()) {
                instance.poll(partition, log, 16);
            }
        });
    }

    private long several(String table, String key) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM %s GROUP BY %s HAVING COUNT(*) > 1) several"
                        .formatted(table, key))
                .query(Long.class)
                .single();
    }

    private long next() {
        return jdbc.sql("SELECT next FROM consumer_offset WHERE topic = ? AND part = ?")
                .params(READINGS.topic(), READINGS.partition())
                .query(Long.class)
                .single();
    }

    private long ended() {
        return jdbc.sql("SELECT COUNT(*) FROM capture WHERE status <> 'PENDING'")
                .query(Long.class)
                .single();
    }

    /** Moves the offset whatever it was. */
    private static final class Unfenced extends Offsets {
        private final JdbcClient jdbc;

        Unfenced(JdbcClient jdbc) {
            super(jdbc);
            this.jdbc = jdbc;
        }

        @Override
        boolean advance(TopicPartition partition, long next) {
            return jdbc.sql("UPDATE consumer_offset SET next = ? WHERE topic = ? AND part = ?")
                            .params(next, partition.topic(), partition.partition())
                            .update()
                    == 1;
        }
    }

    /** Commits the offset in a transaction of its own, before the rows. */
    private static final class OffsetFirst extends Offsets {
        private final TransactionTemplate apart;

        OffsetFirst(JdbcClient jdbc, MortalDataSource database) {
            super(jdbc);
            apart = new TransactionTemplate(new DataSourceTransactionManager(database));
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        }

        @Override
        boolean advance(TopicPartition partition, long next) {
            return Boolean.TRUE.equals(apart.execute(transaction -> super.advance(partition, next)));
        }
    }
}
