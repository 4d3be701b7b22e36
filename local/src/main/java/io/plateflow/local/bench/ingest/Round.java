package io.plateflow.local.bench.ingest;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What was seen while one side was under load.
 *
 * @param accepted requests answered with 202
 * @param failed all others; with any of them nothing is proved
 * @param cpu of the side's process
 * @param micros from the instant at which each request was to be sent until its answer
 */
record Round(long accepted, long failed, Duration took, Duration cpu, Histogram micros) {

    double perSecond() {
        return accepted * 1e9 / took.toNanos();
    }

    double cpuMillisEach() {
        return cpu.toNanos() / 1e6 / Math.max(1, accepted);
    }

    double p99Millis() {
        return micros.getValueAtPercentile(99) / 1e3;
    }
}
