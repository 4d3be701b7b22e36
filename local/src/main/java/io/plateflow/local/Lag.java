package io.plateflow.local;

import static java.util.stream.Collectors.toMap;

import io.plateflow.contracts.Groups;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** How far each stage is behind, as the broker sees it; transaction markers count as records there. */
final class Lag {
    private final Admin admin;

    Lag(Admin admin) {
        this.admin = admin;
    }

    /** Records not yet handled, by stage: ocr, ocr.bulk, billing, stats. */
    Map<String, Long> byStage() throws ExecutionException, InterruptedException {
        Map<String, Long> lag = new LinkedHashMap<>();
        lag.put("ocr", behind(Topics.CAPTURES, shared(Groups.OCR)));
        lag.put("ocr.bulk", behind(Topics.CAPTURES_BULK, shared(Groups.OCR_BULK)));
        lag.put(
                "billing",
                behind(Topics.READINGS, consumed(Groups.BILLING)) + behind(Topics.COMMANDS, consumed(Groups.BILLING)));
        Map<TopicPartition, Long> stats = consumed(Groups.STATS);
        long behind = 0;
        for (Topic topic :
                List.of(Topics.CAPTURES, Topics.CAPTURES_BULK, Topics.READINGS, Topics.STAYS, Topics.CHARGES)) {
            behind += behind(topic, stats);
        }
        lag.put("stats", behind);
        return lag;
    }

    /** Captures that were rejected and are kept with their cause. */
    long deadLetters() throws ExecutionException, InterruptedException {
        return behind(Topics.CAPTURES_DLQ, Map.of());
    }

    private long behind(Topic topic, Map<TopicPartition, Long> done) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(p -> new TopicPartition(topic.name(), p))
                .toList();
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        return offsets(partitions, OffsetSpec.latest()).entrySet().stream()
                .mapToLong(end -> end.getValue()
                        - Math.max(done.getOrDefault(end.getKey(), 0L), first.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> offsets = admin.listOffsets(
                        partitions.stream().collect(toMap(p -> p, p -> which)))
                .all()
                .get();
        return offsets.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    /** Everything below is acknowledged, by the share group's own account. */
    private Map<TopicPartition, Long> shared(String group) throws ExecutionException, InterruptedException {
        try {
            return admin
                    .listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                    .partitionsToOffsetInfo(group)
                    .get()
                    .entrySet()
                    .stream()
                    .filter(e -> e.getValue() != null)
                    .collect(toMap(Map.Entry::getKey, e -> e.getValue().startOffset()));
        } catch (ExecutionException e) {
            return noneIfUnknown(e);
        }
    }

    private Map<TopicPartition, Long> consumed(String group) throws ExecutionException, InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return offsets.entrySet().stream()
                    .filter(e -> e.getValue() != null)
                    .collect(toMap(Map.Entry::getKey, e -> e.getValue().offset()));
        } catch (ExecutionException e) {
            return noneIfUnknown(e);
        }
    }

    private static Map<TopicPartition, Long> noneIfUnknown(ExecutionException e) throws ExecutionException {
        if (e.getCause() instanceof GroupIdNotFoundException) {
            return Map.of();
        }
        throw e;
    }
}
