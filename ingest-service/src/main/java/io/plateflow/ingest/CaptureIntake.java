package io.plateflow.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Capture;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The flow of the gateway: admit the sender, decide on the request, publish the capture. */
final class CaptureIntake {
    private final KeyRing keys;
    private final KeyFeed feed;
    private final BrokerState broker;
    private final CaptureRules rules;
    private final CapturePublisher publisher;
    private final long reserveBytes;
    /** captureId → SHA-256 of the image that was accepted under it. */
    private final Cache<UUID, String> known;

    CaptureIntake(
            KeyRing keys,
            KeyFeed feed,
            BrokerState broker,
            CaptureRules rules,
            CapturePublisher publisher,
            IngestProperties settings) {
        this.keys = keys;
        this.feed = feed;
        this.broker = broker;
        this.rules = rules;
        this.publisher = publisher;
        this.reserveBytes = settings.storageReserve().toBytes();
        this.known = Caffeine.newBuilder().maximumSize(settings.knownIds()).build();
    }

    /** Whether a request may be read at all, asked before its body is. */
    sealed interface Admission {}

    record Admitted(ApiKey key) implements Admission {}

    record TurnedAway(Outcome outcome) implements Admission {}

    Admission admit(@Nullable String apiKey) {
        if (!feed.isFollowing()) {
            return unavailable(FaultCode.BROKER_AWAY, "the gateway is starting: its keys are not read yet");
        }
        if (apiKey == null || apiKey.isBlank()) {
            return new TurnedAway(Outcome.Refused.of(FaultCode.KEY_MISSING, "X-API-Key", "send the API key here"));
        }
        Optional<ApiKey> key = keys.find(apiKey);
        if (key.isEmpty()) {
            return new TurnedAway(Outcome.Refused.of(FaultCode.KEY_UNKNOWN, "X-API-Key", "unknown or revoked"));
        }
        if (!broker.isReachable()) {
            return unavailable(FaultCode.BROKER_AWAY, "the broker does not answer");
        }
        if (broker.freeBytes() < reserveBytes) {
            return unavailable(FaultCode.STORAGE_LOW, "the broker's disk is nearly full; nothing is accepted");
        }
        return new Admitted(key.get());
    }

    /** @return completed at once for a refusal or a capture known before, else once the broker has it or has not */
    CompletableFuture<Outcome> receive(Submission sent, ApiKey key, String traceparent) {
        CaptureRules.Decision decision = rules.decide(sent, key);
        if (decision instanceof CaptureRules.Refuse refuse) {
            return CompletableFuture.completedFuture(new Outcome.Refused(refuse.faults()));
        }
        Capture capture = ((CaptureRules.Publish) decision).capture();
        String before = known.getIfPresent(capture.id());
        if (before != null) {
            return CompletableFuture.completedFuture(repeat(capture, before));
        }
        byte[] image = ((Submission.Bytes) sent.photo()).bytes();
        return publisher.publish(capture, image, traceparent).thenApply(outcome -> {
            if (outcome instanceof Outcome.Accepted accepted) {
                known.put(accepted.id(), capture.image().sha256());
            }
            return outcome;
        });
    }

    /** Another photo under a used Idempotency-Key must not pass for the first, or it would be lost in silence. */
    private static Outcome repeat(Capture capture, String sha256Before) {
        return sha256Before.equals(capture.image().sha256())
                ? new Outcome.Known(capture.id())
                : Outcome.Refused.of(
                        FaultCode.IDEMPOTENCY_KEY_REUSED, "Idempotency-Key", "a new key for each new image");
    }

    private static TurnedAway unavailable(FaultCode code, String detail) {
        return new TurnedAway(new Outcome.Unavailable(code, detail));
    }
}
