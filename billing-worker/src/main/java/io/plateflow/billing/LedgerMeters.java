package io.plateflow.billing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the ledgers of this process have in hand, all their partitions together, and what they have done. */
final class LedgerMeters {
    private final Map<Integer, Integer> jobs = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> overdue = new ConcurrentHashMap<>();
    private final Counter ignored;
    private final Counter passed;
    private final Counter rerated;

    LedgerMeters(MeterRegistry meters) {
        Gauge.builder("plateflow.billing.jobs", jobs, LedgerMeters::sum)
                .description("Versions of tariffs and vehicles that have not been through all stays yet")
                .register(meters);
        Gauge.builder("plateflow.billing.deadlines.overdue", overdue, LedgerMeters::sum)
                .description("Stays whose silence has not been said yet, the first " + Silence.AT_ONCE
                        + " of each partition")
                .register(meters);
        ignored = Counter.builder("plateflow.billing.ignored")
                .description("Repeats, later ends of an attempt, checkouts no earlier than a known one, and news of"
                        + " captures past retention")
                .register(meters);
        passed = Counter.builder("plateflow.billing.deadlines.passed")
                .description("Stays worked out anew because they fell silent")
                .register(meters);
        rerated = Counter.builder("plateflow.billing.rerated")
                .description("Plates worked out anew because of a new version of a tariff or vehicle")
                .register(meters);
    }

    void ignored() {
        ignored.increment();
    }

    void passedDeadline() {
        passed.increment();
    }

    void rerated() {
        rerated.increment();
    }

    void jobs(int partition, int inHand) {
        jobs.put(partition, inHand);
    }

    void overdue(int partition, int stays) {
        overdue.put(partition, stays);
    }

    /** Another instance holds the partition now. */
    void gone(int partition) {
        jobs.remove(partition);
        overdue.remove(partition);
    }

    private static double sum(Map<Integer, Integer> byPartition) {
        return byPartition.values().stream().mapToInt(Integer::intValue).sum();
    }
}
