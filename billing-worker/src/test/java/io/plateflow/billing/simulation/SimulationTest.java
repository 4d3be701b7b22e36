package io.plateflow.billing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.plateflow.billing.Entries;
import io.plateflow.domain.oracle.World;
import io.plateflow.domain.oracle.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;

/**
 * Thousands of histories, each played from its seed with crashes, redelivery and reassignment; one that ends in other charges
 * than the oracle's, or ever charges a stay twice, prints its seed.
 */
class SimulationTest {
    /** How many seeds are played. */
    private static final int SEEDS = Integer.getInteger("plateflow.simulation.seeds", 2_000);

    /** Of these, how many are played where a planted fault must be found. */
    private static final int FEWER = 200;

    /** The only one to play, step by step. */
    private static final String SEED = "plateflow.simulation.seed";

    private static final int CRASH_EVERY = 40;

    private final RandomGenerator<World> worlds = Worlds.any().generator(1000);

    @Example
    void everySeedEndsInTheChargesOfTheOracle() {
        Long only = Long.getLong(SEED);
        if (only != null) {
            new Simulation(history(only), Commit.ATOMIC, new Random(only), System.out::println).run(CRASH_EVERY, -1);
            return;
        }
        Map<Integer, String> failed = new TreeMap<>(failures(histories(SEEDS), Commit.ATOMIC));
        if (!failed.isEmpty()) {
            int seed = failed.keySet().iterator().next();
            fail(
                    "%d of %d seeds failed; replay with ./mvnw -pl billing-worker -am test -Dtest=SimulationTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=%d: %s",
                    failed.size(), SEEDS, SEED, seed, failed.get(seed));
        }
    }

    @Example
    void aCrashAtEachStepOfAHistoryChangesNothing() {
        for (int seed = 0; seed < 4; seed++) {
            History history = history(seed);
            int steps = play(history, seed, Commit.ATOMIC, 0, -1);
            int fixed = seed;
            IntStream.rangeClosed(1, steps).parallel().forEach(at -> play(history, fixed, Commit.ATOMIC, 0, at));
        }
    }

    @Example
    void aCommitInPiecesIsFound() {
        List<History> histories = histories(FEWER);
        Stream.of(Commit.OFFSET_FIRST, Commit.OUTPUT_FIRST, Commit.STATE_FIRST, Commit.UNFENCED)
                .forEach(planted -> assertThat(isFound(histories, planted))
                        .as("whether a commit that is %s is found in %d seeds", planted, FEWER)
                        .isTrue());
    }

    @Example
    void anEntryToldAgainBecauseItsOffsetWasLostChangesNothing() {
        assertThat(failures(histories(FEWER), Commit.OFFSET_LAST)).isEmpty();
    }

    @Example
    void anEndThatReplacesTheFirstOneIsFound() {
        List<History> planted =
                histories(FEWER).stream().map(SimulationTest::lastEndWins).toList();

        assertThat(isFound(planted, Commit.ATOMIC)).isTrue();
    }

    private static History lastEndWins(History history) {
        AtomicInteger attempts = new AtomicInteger();
        return new History(
                history.entries().stream()
                        .map(log -> log.stream()
                                .map(entry -> Entries.asIfNewest(entry, attempts.incrementAndGet()))
                                .toList())
                        .toList(),
                history.expected(),
                history.end());
    }

    private List<History> histories(int seeds) {
        return IntStream.range(0, seeds).mapToObj(this::history).toList();
    }

    private History history(long seed) {
        Random random = new Random(seed);
        List<World> drawn = new ArrayList<>();
        for (int n = 0; n < 2 + seed % 2; n++) {
            drawn.add(worlds.next(random).value());
        }
        return History.of(drawn, random);
    }

    /** What went wrong, by seed. */
    private static Map<Integer, String> failures(List<History> histories, Commit commit) {
        Map<Integer, String> failures = new ConcurrentHashMap<>();
        IntStream.range(0, histories.size())
                .parallel()
                .forEach(seed -> failure(histories.get(seed), seed, commit).ifPresent(why -> failures.put(seed, why)));
        return failures;
    }

    private static boolean isFound(List<History> histories, Commit commit) {
        return IntStream.range(0, histories.size())
                .anyMatch(seed -> failure(histories.get(seed), seed, commit).isPresent());
    }

    private static Optional<String> failure(History history, int seed, Commit commit) {
        try {
            play(history, seed, commit, CRASH_EVERY, -1);
            return Optional.empty();
        } catch (AssertionError | RuntimeException wrong) {
            return Optional.of(wrong.toString());
        }
    }

    private static int play(History history, long seed, Commit commit, int crashEvery, int crashAt) {
        return new Simulation(history, commit, new Random(seed), step -> {}).run(crashEvery, crashAt);
    }
}
