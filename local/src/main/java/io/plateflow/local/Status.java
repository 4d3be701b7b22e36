package io.plateflow.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a running Plateflow is doing; figures are absent when who knows them does not answer.
 *
 * @param healthy whether every process is ready, nothing waits too long and the disk has room
 * @param faults why it is not, one sentence each
 * @param processes all of them
 * @param oldestPending seconds that the oldest capture without an end has waited
 * @param pending captures without an end
 * @param toReview readings that wait for a person
 * @param deadLetters what was set aside with its cause, by stage: captures, billing
 * @param lag records not yet handled, by stage: ocr, ocr.bulk, billing, stats
 * @param disk of the data directory
 */
record Status(
        boolean healthy,
        List<String> faults,
        List<ProcessState> processes,
        @Nullable Long oldestPending,
        @Nullable Long pending,
        @Nullable Long toReview,
        Map<String, Long> deadLetters,
        Map<String, Long> lag,
        Disk disk,
        Instant at) {

    /**
     * One process.
     *
     * @param fault what is wrong with it
     * @param deaths how often it was started again
     * @param lastError newest line of its log with level ERROR
     */
    record ProcessState(
            String name,
            long pid,
            @Nullable String fault,
            int deaths,
            @Nullable String lastError) {}

    /**
     * Room for data.
     *
     * @param freeBytes left to use
     * @param hoursUntilFull at the growth of the last hours; absent when nothing grows
     */
    record Disk(long freeBytes, @Nullable Double hoursUntilFull) {
        /** Growth from the first sample to now, over at least a minute. */
        static Disk of(long free, List<RunFile.Usage> samples, long bytesNow, Instant now) {
            if (samples.isEmpty()) {
                return new Disk(free, null);
            }
            RunFile.Usage first = samples.get(0);
            double hours = Duration.between(first.at(), now).toMillis() / 3_600_000.0;
            long grown = bytesNow - first.bytes();
            boolean known = grown > 0 && hours > 1.0 / 60;
            return new Disk(free, known ? free / (grown / hours) : null);
        }
    }
}
