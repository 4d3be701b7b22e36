package io.plateflow.stats.cameras;

import io.plateflow.contracts.ApiKey;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.signals.Signal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A camera as its record and its latest photo tell of it, or either alone.
 *
 * @param camera id of its record, else the name that its sender gives it
 * @param record null when nobody wrote one
 * @param signal null when no photo of it was received
 * @param at up to when all photos are known
 */
public record Standing(
        String camera,
        @Nullable Edition<ApiKey> record,
        @Nullable Signal signal,
        Instant at) {
    /** Of its clock against the gateway's; as far as a phone's network or a camera's queue may well be late. */
    private static final Duration MOST_SKEW = Duration.ofMinutes(2);

    /** For people. */
    public String name() {
        return record == null ? camera : record.body().name();
    }

    /** The name under which its photos are found. */
    public String sentAs() {
        return signal == null || signal.camera().isEmpty() ? camera : signal.camera();
    }

    /** Since when nothing was heard of it, where that is longer than its record expects; else null. */
    public @Nullable Instant silentSince() {
        if (record == null || record.body().revoked() || record.body().expectedInterval() == null) {
            return null;
        }
        Instant since = signal == null ? record.publishedAt() : signal.receivedAt();
        return since.plus(record.body().expectedInterval()).isBefore(at) ? since : null;
    }

    /** Since its latest photo was received; null without one. */
    public @Nullable Duration silence() {
        return signal == null ? null : Duration.between(signal.receivedAt(), at);
    }

    /** Median of received − captured; null where it is not known. */
    public @Nullable Duration skew() {
        return signal == null ? null : signal.skew();
    }

    /** Whether its clock is so wrong that somebody must look after it. */
    public boolean isClockOff() {
        Duration skew = skew();
        return record != null
                && !record.body().revoked()
                && skew != null
                && skew.abs().compareTo(MOST_SKEW) > 0;
    }
}
