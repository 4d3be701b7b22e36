package io.plateflow.stats.materialise;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.CreateTopics;
import io.plateflow.contracts.Groups;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.embedded.EmbeddedBroker;
import io.plateflow.embedded.EmbeddedDatabase;
import io.plateflow.stats.storage.Columns;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two stats-services in processes of their own on a real broker and database, under load: one is stopped in the middle of a
 * batch until the other has its work and goes on behind it, the other is killed, and the database is killed under both. In the end every row is there
 * once and every figure equals its rows.
 */
class StatsDeathIT {
    private static final Logger LOG = LoggerFactory.getLogger(StatsDeathIT.class);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PASSWORD = "only-for-tests";
    private static final int EVENTS_PER_SECOND = 100;
    /** Of an instance: one for each kind of event. */
    private static final int LISTENERS = 5;
    /** Of events: about a second's. */
    private static final int SOME = 100;

    private final Path directory = Path.of("target", "stats-death-it", String.valueOf(System.nanoTime()))
            .toAbsolutePath();

    @SuppressWarnings("NullAway.Init") // set with the system
    private String kafka;

    @SuppressWarnings("NullAway.Init") // set with the system
    private EmbeddedDatabase database;

    @SuppressWarnings("NullAway.Init") // set with the system
    private EmbeddedDatabase.Settings server;

    @SuppressWarnings("NullAway.Init") // set with the system
    private JdbcClient jdbc;

    private int started;

    @Test
    void aStopAKillAndADeadDatabaseLoseNothingAndDoubleNothing() throws Exception {
        run(History.of(11, 700), 1);
    }

    @Test
    @Tag("full")
    void manyStopsKillsAndDeadDatabasesLoseNothingAndDoubleNothing() throws Exception {
        run(History.of(12, 3_000), 8);
    }

    private void run(History history, int rounds) throws Exception {
        Files.createDirectories(directory);
        server = new EmbeddedDatabase.Settings(
                Path.of("target").toAbsolutePath(),
                directory.resolve("mariadb"),
                directory.resolve("mariadb.log"),
                freePort(),
                PASSWORD,
                PASSWORD);
        database = EmbeddedDatabase.start(server);
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), freePort(), freePort())) {
            kafka = broker.bootstrap();
            CreateTopics.run(kafka, (short) 1);
            jdbc = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), EmbeddedDatabase.USER, PASSWORD));
            StatsProcess one = start();
            StatsProcess other = start();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
                    Traffic traffic = new Traffic(kafka, history)) {
                awaitBothAtWork(admin);
                traffic.start(EVENTS_PER_SECOND);
                for (int round = 0; round < rounds; round++) {
                    awaitBothAtWork(admin);
                    traffic.awaitTaken(SOME);
                    stopInMidBatch(one, traffic);
                    traffic.awaitTaken(SOME);
                    long since = System.nanoTime();
                    awaitAllInRows(admin);
                    LOG.warn("round {}: another had taken over {} s after a stop", round, seconds(since));
                    one.goOn();
                    other.close();
                    other = start();
                    traffic.awaitTaken(SOME);
                    since = System.nanoTime();
                    awaitAllInRows(admin);
                    LOG.warn("round {}: it had taken over again {} s after a kill", round, seconds(since));
                    killDatabase();
                    traffic.awaitTaken(SOME);
                    database = EmbeddedDatabase.start(server);
                    since = System.nanoTime();
                    awaitAllInRows(admin);
                    LOG.warn("round {}: all was in rows {} s after the database was back", round, seconds(since));
                }
                traffic.finish();
                awaitAllInRows(admin);
                assertNothingLostAndNothingDoubled(history);
            } finally {
                one.close();
                other.close();
            }
        } finally {
            database.close();
        }
    }

    private void assertNothingLostAndNothingDoubled(History history) {
        assertThat(Recount.aggregates(jdbc)).isEqualTo(Recount.ofRows(jdbc)).isNotEmpty();
        assertThat(Recount.names(jdbc)).isEqualTo(Recount.namesOfRows(jdbc)).isNotEmpty();
        assertThat(plates("SELECT id, COALESCE(plate, '') AS plate FROM capture WHERE received_at IS NOT NULL"))
                .isEqualTo(keys(history, Topics.CAPTURES.name()).stream()
                        .collect(Collectors.toMap(Function.identity(), history::plate)));
        assertThat(ids("SELECT id FROM capture WHERE status <> 'PENDING'"))
                .isEqualTo(history.ends().keySet());
        assertThat(ids("SELECT capture_id AS id FROM capture_image")).isEqualTo(keys(history, Topics.CAPTURES.name()));
        assertThat(ids("SELECT id FROM stay")).isEqualTo(keys(history, Topics.STAYS.name()));
        assertThat(ids("SELECT id FROM stay WHERE ledger_closed_at IS NOT NULL"))
                .isEqualTo(history.dropped());
        assertThat(ids("SELECT stay_id AS id FROM charge")).isEqualTo(keys(history, Topics.CHARGES.name()));
        assertThat(ids("SELECT capture_id AS id FROM settlement")).isEqualTo(keys(history, Topics.COMMANDS.name()));
    }

    private static Set<UUID> keys(History history, String topic) {
        return history.logs().entrySet().stream()
                .filter(log -> log.getKey().topic().equals(topic))
                .flatMap(log -> log.getValue().stream())
                .map(event -> UUID.fromString(event.key()))
                .collect(Collectors.toSet());
    }

    private Set<UUID> ids(String sql) {
        return jdbc.sql(sql).query((row, n) -> Columns.id(row, "id")).set();
    }

    private Map<UUID, String> plates(String sql) {
        Map<UUID, String> plates = new HashMap<>();
        jdbc.sql(sql)
                .query((row, n) -> plates.put(Columns.id(row, "id"), row.getString("plate")))
                .list();
        return plates;
    }

    private StatsProcess start() throws Exception {
        started++;
        return StatsProcess.start(kafka, database, PASSWORD, directory.resolve("stats-" + started + ".log"));
    }

    private void killDatabase() throws InterruptedException {
        database.process().destroyForcibly();
        database.process().waitFor();
    }

    /**
     * Batches of both wait for a lock when one is stopped. The database grants it what it waited for all the same, and nobody
     * else has it until the database gives up on the silent connection.
     */
    private void stopInMidBatch(StatsProcess one, Traffic traffic) throws Exception {
        try (Connection connection = new DriverManagerDataSource(database.jdbcUrl(), EmbeddedDatabase.USER, PASSWORD)
                        .getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT next FROM consumer_offset FOR UPDATE");
            traffic.awaitTaken(SOME);
            one.stop();
            connection.rollback();
        }
    }

    /** Returns once both have a part of the partitions. */
    private static void awaitBothAtWork(Admin admin) {
        await().atMost(LIMIT)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> {
                    ConsumerGroupDescription group = requireNonNull(admin.describeConsumerGroups(List.of(Groups.STATS))
                                    .describedGroups()
                                    .get(Groups.STATS))
                            .get();
                    return group.groupState() == GroupState.STABLE
                            && group.members().size() == 2 * LISTENERS;
                });
    }

    /** Returns once the rows hold all that the topics have now. */
    private void awaitAllInRows(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(Instance.topics().stream()
                        .flatMap(StatsDeathIT::partitions)
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                .all()
                .get();
        await().atMost(LIMIT).ignoreExceptions().until(() -> {
            Map<TopicPartition, Long> next = next();
            return ends.entrySet().stream()
                    .allMatch(end -> next.getOrDefault(end.getKey(), 0L)
                            >= end.getValue().offset());
        });
    }

    private static Stream<TopicPartition> partitions(String topic) {
        int count = Topics.ALL.stream()
                .filter(one -> one.name().equals(topic))
                .mapToInt(Topic::partitions)
                .sum();
        return IntStream.range(0, count).mapToObj(part -> new TopicPartition(topic, part));
    }

    private Map<TopicPartition, Long> next() {
        Map<TopicPartition, Long> next = new HashMap<>();
        jdbc.sql("SELECT topic, part, next FROM consumer_offset")
                .query((row, n) ->
                        next.put(new TopicPartition(row.getString("topic"), row.getInt("part")), row.getLong("next")))
                .list();
        return next;
    }

    private static long seconds(long since) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
