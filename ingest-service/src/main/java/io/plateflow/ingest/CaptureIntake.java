package io.plateflow.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Capture;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The flow of the gateway: a request in, a decision, a capture out; accepted means that it is kept. */
public final class CaptureIntake {
    private final CaptureRules rules;
    private final CapturePublisher publisher;
    /** captureId → SHA-256 of the image that was accepted under it. */
    private final Cache<UUID, String> known;

    CaptureIntake(CaptureRules rules, CapturePublisher publisher, int knownIds) {
        this.rules = rules;
        this.publisher = publisher;
        // its upkeep by whoever comes by: a task for another thread costs each photo more than it does
        this.known = Caffeine.newBuilder()
                .maximumSize(knownIds)
                .executor(Runnable::run)
                .build();
    }

    /** @return completed at once for a refusal or a capture known before, else once the broker has it or has not */
    CompletableFuture<Outcome> receive(Submission sent, ApiKey key, String traceparent) {
        CaptureRules.Decision decision = rules.decide(sent, key);
        if (decision instanceof CaptureRules.Refuse refuse) {
            return CompletableFuture.completedFuture(new Outcome.Refused(refuse.faults()));
        }
        CaptureRules.Publish accept = (CaptureRules.Publish) decision;
        Capture capture = accept.capture();
        String before = known.getIfPresent(capture.id());
        if (before != null) {
            return CompletableFuture.completedFuture(repeat(capture, before));
        }
        return publisher.publish(capture, accept.image(), traceparent).thenApply(outcome -> {
            if (outcome instanceof Outcome.Accepted) {
                known.put(capture.id(), capture.image().sha256());
            }
            return outcome;
        });
    }

    /** Whether this replica accepted it, as far as it remembers. */
    public boolean took(UUID capture) {
        return known.getIfPresent(capture) != null;
    }

    /** Another photo under a used Idempotency-Key must not pass for the first, or it would be lost in silence. */
    private static Outcome repeat(Capture capture, String sha256Before) {
        return sha256Before.equals(capture.image().sha256())
                ? new Outcome.Known(capture.id())
                : Outcome.Refused.of(
                        FaultCode.IDEMPOTENCY_KEY_REUSED, "Idempotency-Key", "a new key for each new image");
    }
}
