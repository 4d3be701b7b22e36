package io.plateflow.billing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.billing.InForce;
import io.plateflow.contracts.ChargeEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * One history, told to workers that die, come, go, and go on working on what is no longer theirs; all that happens follows
 * from one seed.
 */
final class Simulation {
    private static final Duration LASTS = Duration.ofHours(8);

    private final History history;
    private final Commit commit;
    private final Random random;
    private final Consumer<String> trace;
    private final List<Partition> partitions = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>(List.of(new Worker(), new Worker()));
    private final Map<Partition, Worker> owners = new HashMap<>();
    private final Map<Partition, Integer> told = new HashMap<>();
    private final Clock clock;
    private Instant now;
    private int steps;

    Simulation(History history, Commit commit, Random random, Consumer<String> trace) {
        this.history = history;
        this.commit = commit;
        this.random = random;
        this.trace = trace;
        now = history.end().minus(LASTS);
        InstantSource time = () -> now;
        clock = time.withZone(ZoneOffset.UTC);
        for (int n = 0; n < history.entries().size(); n++) {
            Partition partition = new Partition(n);
            partitions.add(partition);
            told.put(partition, 0);
            give(partition, any(workers));
        }
    }

    /**
     * With a crash {@code every} so many steps on average, and with one at step {@code crashAt}.
     *
     * @return how many steps it took
     * @throws AssertionError when what was charged is not what the oracle says, or ever was in force twice
     */
    int run(int every, int crashAt) {
        while (told.values().stream().mapToInt(n -> n).sum()
                < history.entries().stream().mapToInt(List::size).sum()) {
            step();
            if (steps == crashAt || (every > 0 && random.nextInt(every) == 0)) {
                crash(any(workers));
            }
        }
        now = history.end();
        workers.forEach(Worker::finish);
        List<ChargeEvent> said =
                partitions.stream().flatMap(p -> p.charges.stream()).toList();
        assertThat(InForce.after(said)).isEqualTo(history.expected());
        return steps;
    }

    private void step() {
        steps++;
        int dice = random.nextInt(100);
        if (dice < 30) {
            tell(any(partitions));
        } else if (dice < 92) {
            Worker worker = any(workers);
            if (!worker.isIdle()) {
                worker.step(random);
            }
        } else if (dice < 96) {
            pass(Duration.ofMinutes(random.nextInt(20)));
        } else if (dice < 98) {
            reassign(any(partitions));
        } else if (workers.size() < 4) {
            trace.accept("a worker joins");
            workers.add(new Worker());
            reassign(any(partitions));
        } else {
            crash(any(workers));
        }
    }

    /** Redelivered, at times: what was told before is told again. */
    private void tell(Partition partition) {
        List<byte[]> log = history.entries().get(partition.number);
        int next = told.getOrDefault(partition, 0);
        if (next > 0 && random.nextInt(6) == 0) {
            partition.entries.add(log.get(random.nextInt(next)));
        } else if (next < log.size()) {
            partition.entries.add(log.get(next));
            told.put(partition, next + 1);
        }
    }

    private void pass(Duration time) {
        Instant then = now.plus(time);
        now = then.isAfter(history.end()) ? history.end() : then;
    }

    /** At times the worker before does not hear of it and goes on. */
    private void reassign(Partition partition) {
        Worker before = owners.get(partition);
        boolean hears = random.nextBoolean();
        trace.accept("partition " + partition.number + " moves" + (hears ? "" : " behind its worker's back"));
        if (before != null && hears) {
            before.release(partition);
        }
        Worker next = any(workers);
        if (next == before) {
            next.release(partition);
        }
        give(partition, next);
    }

    private void crash(Worker worker) {
        trace.accept("a worker dies at step " + steps);
        workers.remove(worker);
        if (workers.isEmpty() || random.nextBoolean()) {
            workers.add(new Worker());
        }
        partitions.stream().filter(p -> owners.get(p) == worker).forEach(p -> give(p, any(workers)));
    }

    private void give(Partition partition, Worker worker) {
        worker.take(new Task(partition, commit, clock));
        owners.put(partition, worker);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
