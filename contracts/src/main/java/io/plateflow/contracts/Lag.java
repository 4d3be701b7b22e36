package io.plateflow.contracts;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * How far the stages up to billing are behind, as the broker sees it. Zero means that nothing is left; while billing is
 * behind, marks of transactions in its own topics count as records. Of statistics the broker knows nothing: their
 * offsets are MySQL's.
 */
public final class Lag {
    public static final String LIVE = "ocr";
    public static final String BULK = "ocr.bulk";
    public static final String BILLING = "billing";

    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Admin admin;

    public Lag(Admin admin) {
        this.admin = admin;
    }

    /**
     * Records not yet handled, by stage: {@value #LIVE}, {@value #BULK}, {@value #BILLING}.
     *
     * @throws ExecutionException when the broker cannot be asked
     */
    public Map<String, Long> byStage() throws ExecutionException, InterruptedException {
        Map<String, Long> lag = new LinkedHashMap<>();
        lag.put(LIVE, shared(Topics.CAPTURES, Groups.OCR));
        lag.put(BULK, shared(Topics.CAPTURES_BULK, Groups.OCR_BULK));
        lag.put(BILLING, billing());
        return lag;
    }

    /** By the group's own account: where its offset stands says little, records beyond it may be done with. */
    private long shared(Topic topic, String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, SharePartitionOffsetInfo> known =
                unlessUnknown(admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                        .partitionsToOffsetInfo(group));
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(p -> new TopicPartition(topic.name(), p))
                .toList();
        Map<TopicPartition, Long> all = beyond(Map.of(), partitions);
        return all.entrySet().stream()
                .mapToLong(partition -> {
                    SharePartitionOffsetInfo info = known.get(partition.getKey());
                    return info == null ? partition.getValue() : info.lag().orElse(partition.getValue());
                })
                .sum();
    }

    /** What it reads of others, and what it passes on to itself by zone. */
    private long billing() throws ExecutionException, InterruptedException {
        Stream<String> own = admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(Groups.BILLING + "-") && name.endsWith("-repartition"));
        List<String> topics = Stream.concat(Stream.of(Topics.READINGS.name(), Topics.COMMANDS.name()), own)
                .toList();
        List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
                .toList();
        Map<TopicPartition, Long> done =
                unlessUnknown(admin.listConsumerGroupOffsets(Groups.BILLING).partitionsToOffsetAndMetadata())
                        .entrySet()
                        .stream()
                        .filter(e -> e.getValue() != null)
                        .collect(toMap(Map.Entry::getKey, e -> e.getValue().offset()));
        return beyond(done, partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Records that are committed, still kept, and not below {@code done}. */
    private Map<TopicPartition, Long> beyond(Map<TopicPartition, Long> done, Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        return offsets(partitions, OffsetSpec.latest()).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        end -> Math.max(
                                0,
                                end.getValue()
                                        - Math.max(
                                                done.getOrDefault(end.getKey(), 0L),
                                                first.getOrDefault(end.getKey(), 0L)))));
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(partitions.stream().collect(toMap(p -> p, p -> which)), COMMITTED)
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    private static <V> Map<TopicPartition, V> unlessUnknown(KafkaFuture<Map<TopicPartition, V>> offsets)
            throws ExecutionException, InterruptedException {
        try {
            return offsets.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }
}
