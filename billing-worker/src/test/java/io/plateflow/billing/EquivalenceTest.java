package io.plateflow.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.oracle.Oracle;
import io.plateflow.domain.oracle.World;
import io.plateflow.domain.oracle.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever happened, and in whatever order, how often and at which hours the flow is told, it ends in the charges that the
 * oracle works out of the whole set by brute force.
 */
class EquivalenceTest {
    private static final Duration LONGEST = Duration.ofHours(8);

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyOrderRepetitionAndInterleavingEndInTheChargesOfTheOracle(
            @ForAll("worlds") World world, @ForAll Random random) {
        Telling telling = Telling.of(world.facts(), random);
        Instant begin = world.now().minus(LONGEST);
        try (Bench bench = new Bench(begin)) {
            bench.tell(repeated(telling.zones(), random).toArray());
            for (Object event : repeated(telling.events(), random)) {
                bench.tell(event);
                if (random.nextInt(5) == 0) {
                    bench.wait(Duration.ofMinutes(1 + random.nextInt(20)));
                }
            }
            bench.waitUntil(world.now());

            assertThat(InForce.after(bench.charges())).isEqualTo(Oracle.chargesInForce(world.facts(), world.now()));
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.any();
    }

    private static List<Object> repeated(Collection<?> facts, Random random) {
        List<Object> told = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextInt(3) == 0).forEach(told::add);
        Collections.shuffle(told, random);
        return told;
    }
}
