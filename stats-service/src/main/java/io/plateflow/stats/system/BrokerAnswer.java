package io.plateflow.stats.system;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the broker says of itself and of who reads from it; what it did not say is absent.
 *
 * @param brokers how many there are; 0: none answers
 * @param waiting records not yet handled, by stage as {@link io.plateflow.contracts.Lag} names them
 * @param processes that work, by group
 * @param room on the fullest disk
 */
record BrokerAnswer(
        int brokers,
        Map<String, Long> waiting,
        Map<String, Integer> processes,
        @Nullable Room room) {
    static final BrokerAnswer AWAY = new BrokerAnswer(0, Map.of(), Map.of(), null);

    /** Bytes of a volume. */
    record Room(long freeBytes, long totalBytes) {}

    boolean reachable() {
        return brokers > 0;
    }
}
