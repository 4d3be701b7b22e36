package io.plateflow.stats.materialise;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Batch by batch: decode → photos → one transaction of offset, rows and aggregates.
 *
 * <p>The offset moves first and only from the value this instance knows. Another value means that another instance has
 * the partition: the batch is rolled back and reading starts again where MySQL says. Trouble with the database rolls
 * back too, and the container hands in the same batch again, ever more slowly. Kafka's own offset is committed after
 * MySQL's and serves to show the lag.
 */
@Component
class Materialiser extends AbstractConsumerSeekAware {
    private final Offsets offsets;
    private final TransactionTemplate transactions;
    private final PoisonRecords poison;
    private final Progress progress;
    private final Photos photos;
    private final Ends ends;
    private final Stays stays;
    private final Charges charges;
    private final Decisions decisions;

    Materialiser(
            Offsets offsets,
            TransactionTemplate transactions,
            PoisonRecords poison,
            Progress progress,
            Photos photos,
            Ends ends,
            Stays stays,
            Charges charges,
            Decisions decisions) {
        this.offsets = offsets;
        this.transactions = transactions;
        this.poison = poison;
        this.progress = progress;
        this.photos = photos;
        this.ends = ends;
        this.stays = stays;
        this.charges = charges;
        this.decisions = decisions;
    }

    @KafkaListener(
            id = "captures",
            idIsGroup = false,
            topics = {
                "#{T(io.plateflow.contracts.Topics).CAPTURES.name()}",
                "#{T(io.plateflow.contracts.Topics).CAPTURES_BULK.name()}"
            })
    void onCaptures(ConsumerRecords<String, byte[]> polled) {
        materialise(polled, photos);
    }

    @KafkaListener(id = "readings", idIsGroup = false, topics = "#{T(io.plateflow.contracts.Topics).READINGS.name()}")
    void onReadings(ConsumerRecords<String, byte[]> polled) {
        materialise(polled, ends);
    }

    @KafkaListener(id = "stays", idIsGroup = false, topics = "#{T(io.plateflow.contracts.Topics).STAYS.name()}")
    void onStays(ConsumerRecords<String, byte[]> polled) {
        materialise(polled, stays);
    }

    @KafkaListener(id = "charges", idIsGroup = false, topics = "#{T(io.plateflow.contracts.Topics).CHARGES.name()}")
    void onCharges(ConsumerRecords<String, byte[]> polled) {
        materialise(polled, charges);
    }

    @KafkaListener(id = "commands", idIsGroup = false, topics = "#{T(io.plateflow.contracts.Topics).COMMANDS.name()}")
    void onCommands(ConsumerRecords<String, byte[]> polled) {
        materialise(polled, decisions);
    }

    private <T> void materialise(ConsumerRecords<String, byte[]> polled, Sink<T> sink) {
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<String, byte[]>> unseen = offsets.unseen(partition, polled.records(partition));
            if (!unseen.isEmpty() && !accept(partition, unseen, sink)) {
                seekTo(partition, offsets.load(partition));
            }
        }
    }

    /** Whether the batch was this instance's to write. */
    private <T> boolean accept(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records, Sink<T> sink) {
        try {
            return write(partition, Decoded.of(records, sink), sink);
        } catch (DataIntegrityViolationException | NullPointerException | IllegalArgumentException e) {
            // Some row does not fit its columns, or lacks a part. Halving finds the record, and the rest goes on.
            int half = records.size() / 2;
            return half == 0
                    ? write(partition, Decoded.refused(records.get(0), e), sink)
                    : accept(partition, records.subList(0, half), sink)
                            && accept(partition, records.subList(half, records.size()), sink);
        }
    }

    private <T> boolean write(TopicPartition partition, Decoded<T> batch, Sink<T> sink) {
        sink.prepare(batch.events());
        Boolean written = transactions.execute(transaction -> {
            if (!offsets.advance(partition, batch.next())) {
                transaction.setRollbackOnly();
                return false;
            }
            sink.write(batch.events());
            poison.write(batch.poison());
            return true;
        });
        if (!Boolean.TRUE.equals(written)) {
            progress.stale(partition);
            return false;
        }
        offsets.advanced(partition, batch.next());
        progress.written(partition, batch.events().size(), batch.poison().size());
        return true;
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assigned, ConsumerSeekCallback seek) {
        super.onPartitionsAssigned(assigned, seek);
        assigned.keySet().forEach(p -> seek.seek(p.topic(), p.partition(), offsets.load(p)));
        progress.assigned();
    }

    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> revoked) {
        super.onPartitionsRevoked(revoked);
        offsets.forget(revoked == null ? List.of() : revoked);
    }

    private void seekTo(TopicPartition partition, long offset) {
        List<ConsumerSeekCallback> seeks = getSeekCallbacksFor(partition);
        if (seeks != null) { // null once the partition was given up: whoever has it now seeks on assignment
            seeks.forEach(s -> s.seek(partition.topic(), partition.partition(), offset));
        }
    }

    /** Past the last record may lie marks of transactions: they are done with too, or lag would never be zero. */
    @EventListener
    void onIdle(ListenerContainerPartitionIdleEvent idle) {
        TopicPartition partition = idle.getTopicPartition();
        long position = idle.getConsumer().position(partition);
        if (offsets.isBehind(partition, position) && offsets.advance(partition, position)) {
            offsets.advanced(partition, position);
        }
    }
}
