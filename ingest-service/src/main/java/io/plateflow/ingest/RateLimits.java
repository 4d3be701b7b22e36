package io.plateflow.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.ApiKey.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How fast each key may go on at this replica: a bucket that holds a burst and is refilled evenly, by the kind of key.
 *
 * <p>Replicas do not ask each other: behind a balancer over n of them a key may send up to n times as much.
 */
final class RateLimits {
    private final Map<Kind, RateLimit> limits;
    private final TimeMeter time;
    private final MeterRegistry meters;
    private final Cache<Holder, Bucket> buckets;

    private record Holder(String keyId, Kind kind) {}

    RateLimits(Map<Kind, RateLimit> limits, TimeMeter time, MeterRegistry meters) {
        this.limits = limits;
        this.time = time;
        this.meters = meters;
        Duration longest = limits.values().stream()
                .filter(RateLimit::limits)
                .map(RateLimit::full)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        // a bucket that nobody asked for so long is full, as is a new one
        this.buckets = Caffeine.newBuilder()
                .ticker(time::currentTimeNanos)
                .expireAfterAccess(longest.plusMinutes(1))
                .executor(Runnable::run)
                .build();
    }

    /** Takes one request of {@code key} into account; where that is one too many, how long until one may come. */
    Optional<Duration> excessOf(ApiKey key) {
        Kind kind = key.kind() == null ? Kind.CLIENT : key.kind();
        RateLimit limit = limits.getOrDefault(kind, RateLimit.NONE);
        if (!limit.limits()) {
            return Optional.empty();
        }
        ConsumptionProbe probe =
                buckets.get(new Holder(key.id(), kind), holder -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        meters.counter("plateflow.ingest.limited", "key", key.id()).increment();
        return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(RateLimit limit) {
        return Bucket.builder()
                .addLimit(rate -> rate.capacity(limit.burst()).refillGreedy(limit.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
