package io.plateflow.stats.system;

import io.plateflow.contracts.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something late or wrong. What {@code ./plateflow status} calls unhealthy is severe here too, by the same limits.
 *
 * @param severe false: late, and nothing is wrong yet
 * @param waiting photos or records that wait for it; of cameras, how many they are
 * @param since what waits longest came in, the figures reach until then, or nothing was heard of a camera since
 */
record Fault(
        Kind kind,
        boolean severe,
        @Nullable Long waiting,
        @Nullable Instant since) {

    /** What it is about; the page has words for each. */
    enum Kind {
        BROKER_AWAY,
        DISK_LOW,
        /** No process reads photos. */
        READING_STOPPED,
        /** No process charges. */
        BILLING_STOPPED,
        READING_LATE,
        /** The rows are behind the topics. */
        DATA_LATE,
        /** Nothing was heard of a camera for longer than its record expects. */
        CAMERA_SILENT,
        /** The clock of a camera is more than two minutes from the gateway's. */
        CLOCK_OFF
    }

    /** The worst first; none when all is well. */
    static List<Fault> in(Signs signs, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (!signs.brokerReachable()) {
            faults.add(new Fault(Kind.BROKER_AWAY, true, null, null));
        }
        if (signs.freeBytes() != null && signs.freeBytes() < Limits.LEAST_FREE_BYTES) {
            faults.add(new Fault(Kind.DISK_LOW, true, null, null));
        }
        if (isNone(signs.readers())) {
            faults.add(new Fault(Kind.READING_STOPPED, true, signs.pending(), signs.oldestPendingAt()));
        } else if (isOlder(signs.oldestPendingAt(), Limits.LATE, now)) {
            boolean severe = isOlder(signs.oldestPendingAt(), Limits.OVERDUE, now);
            faults.add(new Fault(Kind.READING_LATE, severe, signs.pending(), signs.oldestPendingAt()));
        }
        if (isNone(signs.billers())) {
            faults.add(new Fault(Kind.BILLING_STOPPED, true, signs.unbilled(), null));
        }
        if (isOlder(signs.dataAt(), Limits.LATE, now)) {
            faults.add(new Fault(Kind.DATA_LATE, false, signs.unwritten(), signs.dataAt()));
        }
        if (signs.silentCameras() > 0) {
            faults.add(new Fault(Kind.CAMERA_SILENT, false, signs.silentCameras(), signs.silentSince()));
        }
        if (signs.clocksOff() > 0) {
            faults.add(new Fault(Kind.CLOCK_OFF, false, signs.clocksOff(), null));
        }
        faults.sort((a, b) -> Boolean.compare(b.severe, a.severe));
        return faults;
    }

    private static boolean isNone(@Nullable Integer processes) {
        return processes != null && processes == 0;
    }

    private static boolean isOlder(@Nullable Instant since, Duration limit, Instant now) {
        return since != null && since.plus(limit).isBefore(now);
    }

    /**
     * What faults are seen by; null is unknown.
     *
     * @param freeBytes on the fullest disk
     * @param readers processes
     * @param billers processes
     * @param pending photos without an end
     * @param unbilled records
     * @param unwritten records
     * @param silentCameras how many
     * @param silentSince of the one that is silent longest
     * @param clocksOff how many
     */
    record Signs(
            boolean brokerReachable,
            @Nullable Long freeBytes,
            @Nullable Integer readers,
            @Nullable Integer billers,
            long pending,
            @Nullable Instant oldestPendingAt,
            @Nullable Long unbilled,
            long unwritten,
            @Nullable Instant dataAt,
            long silentCameras,
            @Nullable Instant silentSince,
            long clocksOff) {}
}
