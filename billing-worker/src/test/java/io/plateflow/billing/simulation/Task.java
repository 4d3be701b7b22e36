package io.plateflow.billing.simulation;

import io.plateflow.billing.LedgerTask;
import io.plateflow.billing.simulation.Partition.Change;
import io.plateflow.contracts.ChargeEvent;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What a worker holds of one partition: the ledger, rebuilt from the changelog, and a transaction that is not written yet. */
final class Task {
    private final Partition partition;
    private final Commit commit;
    private final int epoch;
    private final LedgerTask ledger;
    private final List<Change> changes = new ArrayList<>();
    private final List<ChargeEvent> charges = new ArrayList<>();
    private final Queue<Runnable> commitSteps = new ArrayDeque<>();
    private int position;
    private boolean told;

    /** Takes the partition over from whoever held it. */
    Task(Partition partition, Commit commit, Clock clock) {
        this.partition = partition;
        this.commit = commit;
        epoch = ++partition.epoch;
        position = partition.offset;
        Map<String, NavigableMap<String, Bytes>> restored = new HashMap<>();
        partition.changelog.forEach(
                c -> restore(restored.computeIfAbsent(c.store(), store -> new TreeMap<>()), c.key(), c.value()));
        ledger = new LedgerTask(
                partition.number,
                new LedgerTask.Stores() {
                    @Override
                    public <V> KeyValueStore<String, V> of(String name, Serde<V> values) {
                        return new ModelStore<>(
                                name,
                                values,
                                restored.computeIfAbsent(name, store -> new TreeMap<>()),
                                (key, value) -> changes.add(new Change(name, key, value)));
                    }
                },
                clock);
    }

    private static void restore(NavigableMap<String, Bytes> store, String key, @Nullable Bytes value) {
        if (value == null) {
            store.remove(key);
        } else {
            store.put(key, value);
        }
    }

    Partition partition() {
        return partition;
    }

    boolean isBehind() {
        return position < partition.entries.size();
    }

    boolean isDirty() {
        return told || !changes.isEmpty();
    }

    boolean isCommitting() {
        return !commitSteps.isEmpty();
    }

    void readOne() {
        ledger.process(partition.entries.get(position));
        position++;
        told = true;
        charges.addAll(ledger.said());
    }

    /** Whether anything came of it. */
    boolean passTime() {
        int before = changes.size();
        ledger.passTime();
        charges.addAll(ledger.said());
        return changes.size() > before;
    }

    void beginCommit() {
        commitSteps.addAll(
                commit.steps(partition, new Effects(epoch, List.copyOf(changes), List.copyOf(charges), position)));
        changes.clear();
        charges.clear();
        told = false;
    }

    /** @throws Commit.Fenced when another worker holds the partition */
    void goOnCommitting() {
        commitSteps.remove().run();
    }
}
