package io.plateflow.stats.materialise;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plateflow.contracts.Topics;
import io.plateflow.stats.Settings;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.audit.Audits;
import io.plateflow.stats.signals.Signals;
import io.plateflow.stats.storage.Blobs;
import io.plateflow.stats.zones.ZoneVersions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.kafka.listener.ConsumerSeekAware.ConsumerSeekCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance of the materialiser, fed by hand; it reads where it is told to, and again what it failed on. */
final class Instance implements ConsumerSeekCallback {
    final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Materialiser materialiser;

    Instance(DataSource database) {
        this(database, Offsets::new);
    }

    /** One whose offsets are kept otherwise. */
    Instance(DataSource database, Function<JdbcClient, Offsets> offsets) {
        JdbcTemplate template = new JdbcTemplate(database);
        JdbcClient jdbc = JdbcClient.create(template);
        StatsProperties settings = Settings.settings();
        Progress progress = new Progress(new SimpleMeterRegistry());
        ZoneVersions zones = new ZoneVersions(jdbc);
        Aliases aliases = Audits.aliases(jdbc);
        EndRows ends = new EndRows(template, zones);
        CaptureRows rows = new CaptureRows(template, jdbc, zones, aliases, ends, settings);
        Totals totals = new Totals(template, new Looks(template));
        ErasedRows erased = new ErasedRows(template, jdbc, totals);
        materialiser = new Materialiser(
                offsets.apply(jdbc),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                new PoisonRecords(jdbc, aliases),
                progress,
                new Photos(
                        Blobs.of(database),
                        rows,
                        new ReusedKeys(template, jdbc),
                        totals,
                        new Signals(template),
                        progress),
                new Ends(rows, ends, new CorrectionRows(template), erased, aliases, totals, progress),
                new Stays(template, jdbc, aliases, erased),
                new Charges(template, jdbc, totals, aliases, settings),
                new Decisions(template, totals, aliases, settings));
    }

    void assign(Collection<TopicPartition> partitions) {
        materialiser.registerSeekCallback(this);
        Map<TopicPartition, Long> assigned = new HashMap<>();
        partitions.forEach(p -> assigned.put(p, 0L));
        materialiser.onPartitionsAssigned(assigned, this);
    }

    void revoke(Collection<TopicPartition> partitions) {
        materialiser.onPartitionsRevoked(partitions);
        positions.keySet().removeAll(partitions);
    }

    /** Takes {@code most} records of {@code log} at most, from where it is. */
    void poll(TopicPartition partition, List<ConsumerRecord<String, byte[]>> log, int most) {
        long from = Objects.requireNonNull(positions.get(partition));
        List<ConsumerRecord<String, byte[]>> batch =
                log.stream().filter(r -> r.offset() >= from).limit(most).toList();
        if (!batch.isEmpty()) {
            hand(partition, batch);
        }
    }

    /** Hands in exactly these, as a consumer does that fetched them before others did. */
    void hand(TopicPartition partition, List<ConsumerRecord<String, byte[]>> batch) {
        long from = Objects.requireNonNull(positions.get(partition));
        positions.put(partition, batch.get(batch.size() - 1).offset() + 1);
        ConsumerRecords<String, byte[]> polled = new ConsumerRecords<>(Map.of(partition, batch), Map.of());
        try {
            switch (partition.topic().substring("plateflow.".length())) {
                case "captures", "captures.bulk" -> materialiser.onCaptures(polled);
                case "readings" -> materialiser.onReadings(polled);
                case "stays" -> materialiser.onStays(polled);
                case "commands" -> materialiser.onCommands(polled);
                default -> materialiser.onCharges(polled);
            }
        } catch (RuntimeException e) {
            positions.put(partition, from);
            throw e;
        }
    }

    static List<String> topics() {
        return List.of(
                Topics.CAPTURES.name(),
                Topics.READINGS.name(),
                Topics.STAYS.name(),
                Topics.CHARGES.name(),
                Topics.COMMANDS.name());
    }

    @Override
    public void seek(String topic, int partition, long offset) {
        positions.put(new TopicPartition(topic, partition), offset);
    }

    @Override
    public void seek(String topic, int partition, Function<Long, Long> offset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void seekToBeginning(String topic, int partition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void seekToEnd(String topic, int partition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void seekRelative(String topic, int partition, long offset, boolean toCurrent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void seekToTimestamp(String topic, int partition, long timestamp) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void seekToTimestamp(Collection<TopicPartition> partitions, long timestamp) {
        throw new UnsupportedOperationException();
    }
}
