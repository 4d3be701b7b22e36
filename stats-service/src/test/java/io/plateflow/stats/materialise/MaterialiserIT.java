package io.plateflow.stats.materialise;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.plateflow.contracts.Topics;
import io.plateflow.embedded.TestMySql;
import io.plateflow.stats.storage.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds however often instances are killed, overtaken or made to read again. */
class MaterialiserIT {
    private static final TopicPartition READINGS = new TopicPartition(Topics.READINGS.name(), 0);

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
    void rollsAStaleInstanceBackAndGivesItsPartitionUp() {
        List<ConsumerRecord<String, byte[]>> log = log(History.of(1, 40), READINGS);
        Instance stale = new Instance(database);
        stale.assign(List.of(READINGS));
        Instance owner = new Instance(database);
        owner.assign(List.of(READINGS));

        owner.hand(READINGS, log.subList(0, 5));
        Map<String, List<Map<String, Object>>> written = rows();
        // Fetched before the other took over: three records that are written, and four that nobody wrote yet.
        stale.hand(READINGS, log.subList(2, 9));

        assertThat(rows()).isEqualTo(written);
        assertThat(stale.positions.get(READINGS)).isEqualTo(log.get(4).offset() + 1);
        owner.hand(READINGS, log.subList(5, 9));
        assertThat(rows()).isNotEqualTo(written);
        assertThat(Recount.aggregates(jdbc)).isEqualTo(Recount.ofRows(jdbc));
    }

    @Test
    void writesNothingToAPartitionThatWentToAnother() {
        List<ConsumerRecord<String, byte[]>> log = log(History.of(1, 40), READINGS);
        Instance former = new Instance(database);
        former.assign(List.of(READINGS));
        former.revoke(List.of(READINGS));
        former.positions.put(READINGS, 0L);

        former.hand(READINGS, log.subList(0, 5));

        assertThat(jdbc.sql("SELECT COUNT(*) FROM capture").query(Long.class).single())
                .isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void countsAsARecountDoesWhereverInstancesAreKilled(long seed) {
        History history = History.of(seed, 40);
        List<TopicPartition> partitions = List.copyOf(history.logs().keySet());
        Random random = new Random(seed);
        MortalDataSource[] lives = new MortalDataSource[2];
        Instance[] instances = new Instance[2];
        for (int step = 0; step < 250; step++) {
            int one = random.nextInt(2);
            TopicPartition partition = partitions.get(random.nextInt(partitions.size()));
            if (instances[one] == null) {
                lives[one] = new MortalDataSource(database);
                instances[one] = new Instance(lives[one]);
                instances[one].assign(partitions);
            }
            if (random.nextInt(5) == 0) {
                lives[one].dieAfter(1 + random.nextInt(20));
            }
            if (random.nextInt(60) == 0) {
                jdbc.sql("UPDATE consumer_offset SET next = 0 WHERE topic = ?")
                        .param(partition.topic())
                        .update();
            }
            try {
                instances[one].poll(partition, log(history, partition), 1 + random.nextInt(8));
            } catch (RuntimeException killed) {
                instances[one] = null;
            }
        }
        drain(history);

        assertThat(Recount.aggregates(jdbc)).isEqualTo(Recount.ofRows(jdbc)).isNotEmpty();
        Map<UUID, String> plates = plates();
        assertThat(plates)
                .hasSize(40)
                .allSatisfy((id, plate) -> assertThat(plate).isEqualTo(history.plate(id)));
        assertThat(ended()).isEqualTo(history.ends().size());
        assertThat(jdbc.sql("SELECT id FROM stay WHERE ledger_closed_at IS NOT NULL")
                        .query((row, n) -> Columns.id(row, "id"))
                        .set())
                .isEqualTo(history.dropped())
                .isNotEmpty();
        assertThat(jdbc.sql("""
                SELECT COUNT(*) FROM capture_image WHERE image = CAST(LOWER(CONCAT_WS('-', SUBSTR(HEX(capture_id), 1, 8),
                  SUBSTR(HEX(capture_id), 9, 4), SUBSTR(HEX(capture_id), 13, 4), SUBSTR(HEX(capture_id), 17, 4),
                  SUBSTR(HEX(capture_id), 21))) AS BINARY)
                """).query(Long.class).single()).isEqualTo(40);

        Map<String, List<Map<String, Object>>> before = rows();
        jdbc.sql("UPDATE consumer_offset SET next = 0").update();
        drain(history);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void countsAsARecountDoesWhenAllPartitionsAreWrittenAtOnce() throws Exception {
        History history = History.of(9, 120);
        ExecutorService threads = Executors.newFixedThreadPool(history.logs().size());
        List<Future<?>> all = new ArrayList<>();
        history.logs()
                .forEach((partition, log) -> all.add(threads.submit(() -> {
                    Instance instance = new Instance(database);
                    instance.assign(List.of(partition));
                    for (int failures = 0; unread(instance, partition, log); ) {
                        try {
                            instance.poll(partition, log, 7);
                        } catch (RuntimeException deadlock) {
                            assertThat(++failures).as(deadlock.toString()).isLessThan(200);
                        }
                    }
                })));
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();

        assertThat(Recount.aggregates(jdbc)).isEqualTo(Recount.ofRows(jdbc)).isNotEmpty();
        assertThat(ended()).isEqualTo(history.ends().size());
    }

    /** Everything to its end, by an instance that nobody kills. */
    private void drain(History history) {
        Instance last = new Instance(database);
        last.assign(history.logs().keySet());
        history.logs().forEach((partition, log) -> {
            while (unread(last, partition, log)) {
                last.poll(partition, log, 16);
            }
        });
    }

    private static boolean unread(
            Instance instance, TopicPartition partition, List<ConsumerRecord<String, byte[]>> log) {
        return !log.isEmpty()
                && instance.positions.getOrDefault(partition, 0L)
                        <= log.get(log.size() - 1).offset();
    }

    private static List<ConsumerRecord<String, byte[]>> log(History history, TopicPartition partition) {
        return history.logs().getOrDefault(partition, List.of());
    }

    /** The effective plate of each capture; empty where it has none. */
    private Map<UUID, String> plates() {
        Map<UUID, String> plates = new HashMap<>();
        jdbc.sql("SELECT id, COALESCE(plate, '') AS plate FROM capture")
                .query((row, n) -> plates.put(Columns.id(row, "id"), row.getString("plate")))
                .list();
        return plates;
    }

    private long ended() {
        return jdbc.sql("SELECT COUNT(*) FROM capture WHERE status <> 'PENDING'")
                .query(Long.class)
                .single();
    }

    /** All that a reader of the database sees, in the order of the keys. */
    private Map<String, List<Map<String, Object>>> rows() {
        Map<String, List<Map<String, Object>>> rows = new HashMap<>();
        Map.of(
                        "capture", "id",
                        "capture_image", "capture_id",
                        "stay", "id",
                        "stay_capture", "stay_id, place",
                        "charge", "id",
                        "total", "measure, day, currency",
                        "distinct_key", "kind, day, name")
                .forEach((table, key) -> rows.put(
                        table,
                        jdbc.sql("SELECT * FROM " + table + " ORDER BY " + key).query().listOfRows().stream()
                                .map(MaterialiserIT::comparable)
                                .toList()));
        return rows;
    }

    private static Map<String, Object> comparable(Map<String, Object> row) {
        Map<String, Object> values = new HashMap<>();
        row.forEach((column, value) -> values.put(
                column, value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value));
        return values;
    }
}
