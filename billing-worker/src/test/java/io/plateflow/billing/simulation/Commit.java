package io.plateflow.billing.simulation;

import java.util.List;

/** How a transaction is written: in one step, which is what Kafka promises, or in several between which a worker may die. */
enum Commit {
    /** All at once, and only by the worker that holds the partition. */
    ATOMIC,
    /** Planted: the offset before the effect. */
    OFFSET_FIRST,
    /** Planted: what is said before what is remembered. */
    OUTPUT_FIRST,
    /** Planted: what is remembered before what is said. */
    STATE_FIRST,
    /** Planted: at once, but by whoever comes. */
    UNFENCED,
    /** In pieces, but harmless: entries are told again, and what is told again changes nothing. */
    OFFSET_LAST;

    List<Runnable> steps(Partition partition, Effects effects) {
        Runnable fence = () -> fence(partition, effects);
        Runnable state = () -> partition.changelog.addAll(effects.changes());
        Runnable output = () -> partition.charges.addAll(effects.charges());
        Runnable offset = () -> partition.offset = effects.offset();
        return switch (this) {
            case ATOMIC -> List.of(all(fence, state, output, offset));
            case OFFSET_FIRST -> List.of(all(fence, offset), all(state, output));
            case OUTPUT_FIRST -> List.of(all(fence, output), all(state, offset));
            case STATE_FIRST -> List.of(all(fence, state), all(output, offset));
            case OFFSET_LAST -> List.of(all(fence, state, output), offset);
            case UNFENCED -> List.of(all(state, output, offset));
        };
    }

    private static Runnable all(Runnable... steps) {
        return () -> {
            for (Runnable step : steps) {
                step.run();
            }
        };
    }

    private static void fence(Partition partition, Effects effects) {
        if (effects.epoch() != partition.epoch) {
            throw new Fenced();
        }
    }

    /** Another worker has been given the partition. */
    static final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fenced() {
            super("fenced", null, false, false);
        }
    }
}
