package io.plateflow.ingest.phone;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** How captures ended lately, of those keys alone that may ask; the oldest go when the memory is used up. */
final class RecentReadings {
    private static final int OVERHEAD_BYTES = 200;

    private record Waiting(int attempt, CompletableFuture<Ended> ended) {}

    private final Cache<UUID, Ended> ended;
    private final Map<UUID, List<Waiting>> waiting = new ConcurrentHashMap<>();
    private final Predicate<String> mayAsk;

    /** @param mayAsk whether a key, by its id, may ask for results */
    RecentReadings(PhoneProperties settings, Predicate<String> mayAsk) {
        this.ended = Caffeine.newBuilder()
                .expireAfterWrite(settings.resultsKept())
                .maximumWeight(settings.resultsMemory().toBytes())
                .weigher((UUID id, Ended one) -> one.json().length + OVERHEAD_BYTES)
                .build();
        this.mayAsk = mayAsk;
    }

    /** Called by one thread, in the order of the topic. */
    void take(Reading reading, byte[] json) {
        Ended before = ended.getIfPresent(reading.captureId());
        if (before == null && reading instanceof PlateCorrected) {
            return; // its end is older than what is kept
        }
        Optional<Ended> after = before == null
                ? Ended.of(reading, json).filter(one -> mayAsk.test(one.keyId()))
                : Optional.of(before.after(reading, json));
        after.ifPresent(one -> {
            ended.put(reading.captureId(), one);
            tell(reading.captureId(), one);
        });
    }

    /** Of a capture that {@code keyId} sent. */
    Optional<Ended> find(UUID capture, String keyId) {
        return Optional.ofNullable(ended.getIfPresent(capture))
                .filter(one -> one.keyId().equals(keyId));
    }

    /** How much is kept now, once what was to go has gone. */
    long bytes() {
        ended.cleanUp();
        return ended.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /**
     * Completes once an end of {@code attempt} or a later one is known, on the thread that heard of it. Whoever no longer
     * waits cancels.
     */
    CompletableFuture<Ended> await(UUID capture, int attempt) {
        Waiting one = new Waiting(attempt, new CompletableFuture<>());
        waiting.compute(capture, (id, all) -> {
            List<Waiting> those = all == null ? new CopyOnWriteArrayList<>() : all;
            those.add(one);
            return those;
        });
        var unused = one.ended.whenComplete((is, failure) -> waiting.computeIfPresent(capture, (id, all) -> {
            all.remove(one);
            return all.isEmpty() ? null : all;
        }));
        Ended known = ended.getIfPresent(capture);
        if (known != null) {
            tell(capture, known);
        }
        return one.ended;
    }

    private void tell(UUID capture, Ended one) {
        for (Waiting who : waiting.getOrDefault(capture, List.of())) {
            if (who.attempt <= one.attempt()) {
                who.ended.complete(one);
            }
        }
    }
}
