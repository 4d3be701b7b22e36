package io.plateflow.stats.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Going on from any event leaves nothing out and repeats nothing. */
class StepTest {
    private static final List<TopicPartition> PARTITIONS =
            List.of(OffsetVector.CAPTURES.get(0), OffsetVector.EVENTS.get(0), OffsetVector.EVENTS.get(1));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void goesOnFromAnyStepWithoutGapOrRepeat(long seed) {
        Random random = new Random(seed);
        List<Happened> happened = happened(random, 60);
        Map<TopicPartition, Long> ends = new HashMap<>();
        happened.forEach(h -> ends.put(h.partition(), h.next() + 2)); // marks of a transaction follow
        Recent recent = new Recent();
        recent.add(happened, 0);
        List<Step> steps = Step.of(happened, OffsetVector.of(ends));

        Set<UUID> heard = new HashSet<>();
        for (Step step : steps) {
            assertThat(heard.add(step.happened().id())).isTrue();
            Set<UUID> rest = new HashSet<>();
            recent.since(step.after()).orElseThrow().forEach(h -> rest.add(h.id()));
            assertThat(rest).doesNotContainAnyElementsOf(heard);
            Set<UUID> both = new HashSet<>(rest);
            both.addAll(heard);
            assertThat(both).isEqualTo(ids(happened));
        }
        assertThat(steps.get(steps.size() - 1).after()).isEqualTo(OffsetVector.of(ends));
    }

    @Test
    void forgetsAfterTenMinutesAndThenSaysThatItDoes() {
        Happened first = new Happened(PARTITIONS.get(1), 5, "stay", UUID.randomUUID());
        Happened second = new Happened(PARTITIONS.get(1), 6, "stay", UUID.randomUUID());
        OffsetVector before = OffsetVector.of(Map.of(PARTITIONS.get(1), 4L));
        Recent recent = new Recent();
        recent.add(List.of(first), 0);
        recent.add(List.of(second), Duration.ofMinutes(10).toNanos());
        assertThat(recent.since(before)).hasValue(List.of(first, second));

        recent.add(List.of(), Duration.ofMinutes(10).toNanos() + 1);

        assertThat(recent.since(before)).isEmpty();
        assertThat(recent.since(before.with(PARTITIONS.get(1), 5))).hasValue(List.of(second));
    }

    @Test
    void remembersFiftyThousandAtMost() {
        Recent recent = new Recent();
        OffsetVector start = OffsetVector.of(Map.of());
        recent.begin(start);
        List<Happened> many = happened(new Random(1), 50_000);
        recent.add(many, 0);
        assertThat(recent.since(start)).isPresent();
        recent.add(List.of(new Happened(PARTITIONS.get(2), 1_000_000, "stay", UUID.randomUUID())), 0);
        assertThat(recent.since(start)).isEmpty();
    }

    @Test
    void readsBackWhatItWroteAndNothingElse() {
        OffsetVector vector = OffsetVector.of(Map.of(PARTITIONS.get(0), 7L, PARTITIONS.get(2), 123_456_789_012L));
        assertThat(OffsetVector.parse(vector.text())).hasValue(vector);
        for (String wrong : List.of(
                "", "long ago", "1.2", vector.text() + ".0", vector.text().replace('7', '-'))) {
            assertThat(OffsetVector.parse(wrong)).as(wrong).isEmpty();
        }
    }

    /** Few things, several times each, in one or the other partition. */
    private static List<Happened> happened(Random random, int count) {
        Map<TopicPartition, Long> next = new HashMap<>();
        List<Happened> happened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TopicPartition partition = PARTITIONS.get(random.nextInt(PARTITIONS.size()));
            long offset = next.merge(partition, 1L + random.nextInt(3), Long::sum);
            happened.add(new Happened(partition, offset, "capture", new UUID(0, random.nextInt(20))));
        }
        return happened;
    }

    private static Set<UUID> ids(List<Happened> happened) {
        Set<UUID> ids = new HashSet<>();
        happened.forEach(h -> ids.add(h.id()));
        return ids;
    }
}
