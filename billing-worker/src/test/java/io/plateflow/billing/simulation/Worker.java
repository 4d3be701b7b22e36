package io.plateflow.billing.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A process: it works on the partitions that it believes are its own, one small step at a time. */
final class Worker {
    private final List<Task> tasks = new ArrayList<>();

    void take(Task task) {
        tasks.add(task);
    }

    /** It is told that it lost the partition, and drops what it has not written. */
    void release(Partition partition) {
        tasks.removeIf(task -> task.partition() == partition);
    }

    boolean isIdle() {
        return tasks.isEmpty();
    }

    /** Reads, lets time pass, or goes a step on with a commit; a task whose partition is another's is dropped. */
    void step(Random random) {
        Task task = tasks.get(random.nextInt(tasks.size()));
        int dice = random.nextInt(10);
        if (task.isCommitting()) {
            commit(task);
        } else if (dice < 6 && task.isBehind()) {
            task.readOne();
        } else if (dice < 8) {
            task.passTime();
        } else if (task.isDirty()) {
            task.beginCommit();
        }
    }

    /** Until all is read, said and written. */
    void finish() {
        for (Task task : List.copyOf(tasks)) {
            boolean goesOn = true;
            while (goesOn && tasks.contains(task)) {
                goesOn = goesOn(task);
            }
        }
    }

    private boolean goesOn(Task task) {
        if (task.isCommitting()) {
            commit(task);
        } else if (task.isBehind()) {
            task.readOne();
        } else if (!task.passTime()) {
            if (!task.isDirty()) {
                return false;
            }
            task.beginCommit();
        }
        return true;
    }

    private void commit(Task task) {
        try {
            task.goOnCommitting();
        } catch (Commit.Fenced another) {
            tasks.remove(task);
        }
    }
}
