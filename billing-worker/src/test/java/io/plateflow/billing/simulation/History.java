package io.plateflow.billing.simulation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plateflow.billing.Entries;
import io.plateflow.billing.Moved;
import io.plateflow.domain.oracle.Facts;
import io.plateflow.domain.oracle.Oracle;
import io.plateflow.domain.oracle.World;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Charge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is told to each partition, one zone to each, in the order of its log, and what must be charged at the end.
 *
 * @param entries by partition
 * @param expected the oracle's word
 * @param end when the clock stops
 */
record History(List<List<byte[]>> entries, Set<Charge> expected, Instant end) {

    /** One partition for each of {@code worlds}; the prices are those of the first. */
    static History of(List<World> worlds, Random random) {
        Instant end = worlds.get(0).now();
        List<Facts> facts = Moved.apart(worlds);
        return new History(
                facts.stream().map(own -> log(own, random)).toList(),
                facts.stream()
                        .flatMap(own -> Oracle.chargesInForce(own, end).stream())
                        .collect(toUnmodifiableSet()),
                end);
    }

    /** In any order, some of it again, and after the end of some captures a further one, which reads another plate. */
    private static List<byte[]> log(Facts facts, Random random) {
        List<byte[]> told = new ArrayList<>(Entries.ofZone(facts).toList());
        facts.tariffs().forEach(t -> told.add(Entries.of(t, Instant.EPOCH)));
        facts.vehicles().forEach(v -> told.add(Entries.of(v)));
        List.copyOf(told).stream().filter(e -> random.nextInt(4) == 0).forEach(told::add);
        Collections.shuffle(told, random);
        facts.sightings().stream().filter(s -> random.nextInt(4) == 0).forEach(s -> {
            int first = IntStream.range(0, told.size())
                    .filter(n -> Entries.isEndOf(told.get(n), s.captureId()))
                    .findFirst()
                    .orElseThrow();
            int later = first + 1 + random.nextInt(told.size() - first);
            told.add(later, Entries.furtherEnd(s, new Plate("ZZ111ZZ")));
        });
        return told;
    }
}
