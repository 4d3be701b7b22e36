package io.plateflow.stats.live;

import static java.util.stream.Collectors.joining;

import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * How far viewers were told, as one offset for each partition: what lies below is told, or has nothing to tell. Instances
 * read the same partitions, so what one of them sent another can go on from.
 *
 * @param next in the order of {@link #PARTITIONS}
 */
record OffsetVector(List<Long> next) {
    /** Captures come from the rows, by their place on their topic: their images need no second reading. */
    static final List<TopicPartition> CAPTURES = partitions(Topics.CAPTURES, Topics.CAPTURES_BULK);

    static final List<TopicPartition> EVENTS =
            partitions(Topics.READINGS, Topics.STAYS, Topics.CHARGES, Topics.COMMANDS);
    private static final List<TopicPartition> PARTITIONS =
            Stream.concat(CAPTURES.stream(), EVENTS.stream()).toList();
    /** One number for each partition, of at most 18 digits. */
    private static final Pattern TEXT = Pattern.compile("\\d{1,18}(\\.\\d{1,18}){" + (PARTITIONS.size() - 1) + "}");

    OffsetVector {
        next = List.copyOf(next);
    }

    /** Zero for partitions that are absent from {@code offsets}. */
    static OffsetVector of(Map<TopicPartition, Long> offsets) {
        return new OffsetVector(
                PARTITIONS.stream().map(p -> offsets.getOrDefault(p, 0L)).toList());
    }

    /** What {@link #text} wrote; empty for anything else. */
    static Optional<OffsetVector> parse(String text) {
        return TEXT.matcher(text).matches()
                ? Optional.of(new OffsetVector(
                        Arrays.stream(text.split("\\.", -1)).map(Long::valueOf).toList()))
                : Optional.empty();
    }

    String text() {
        return next.stream().map(n -> Long.toString(n)).collect(joining("."));
    }

    long at(TopicPartition partition) {
        return next.get(PARTITIONS.indexOf(partition));
    }

    OffsetVector with(TopicPartition partition, long offset) {
        List<Long> moved = new ArrayList<>(next);
        moved.set(PARTITIONS.indexOf(partition), offset);
        return new OffsetVector(moved);
    }

    /** Whether nothing that {@code other} tells is missing here. */
    boolean reaches(OffsetVector other) {
        return IntStream.range(0, next.size()).allMatch(i -> next.get(i) >= other.next.get(i));
    }

    private static List<TopicPartition> partitions(Topic... topics) {
        return Arrays.stream(topics)
                .flatMap(t -> IntStream.range(0, t.partitions()).mapToObj(p -> new TopicPartition(t.name(), p)))
                .toList();
    }
}
