package io.plateflow.ingest;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.ApiKey.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Decides, before a body is read, whether its sender is known and may do this, and whether it is possible now. */
public final class Doorkeeper {
    private final KeyRing keys;
    private final KeyFeed feed;
    private final BrokerState broker;
    private final long reserveBytes;
    private final RateLimits limits;
    private final Clock clock;

    Doorkeeper(KeyRing keys, KeyFeed feed, BrokerState broker, long reserveBytes, RateLimits limits, Clock clock) {
        this.keys = keys;
        this.feed = feed;
        this.broker = broker;
        this.reserveBytes = reserveBytes;
        this.limits = limits;
        this.clock = clock;
    }

    /** The sender's record, or the answer that it gets instead. */
    public sealed interface Admission {}

    public record Admitted(ApiKey key) implements Admission {}

    public record TurnedAway(Outcome outcome) implements Admission {}

    /**
     * A stranger learns only that it is one, never how the system is. Whoever asks for results alone needs no broker
     * that takes captures. Only what could be taken counts as sent.
     *
     * @param scope what the request is about
     */
    public Admission admit(SentKey sent, Scope scope) {
        if (!feed.isFollowing()) {
            return unavailable(FaultCode.BROKER_AWAY, "the gateway does not follow its keys; it may be starting");
        }
        if (sent instanceof SentKey.Faulty faulty) {
            return new TurnedAway(new Outcome.Refused(List.of(faulty.fault())));
        }
        if (!(sent instanceof SentKey.Secret secret)) {
            return refused(FaultCode.KEY_MISSING, SentKey.HEADER, "the API key, here or as password of HTTP Basic");
        }
        Optional<ApiKey> key = keys.find(secret.secret(), clock.instant());
        if (key.isEmpty()) {
            return refused(FaultCode.KEY_UNKNOWN, secret.where(), "unknown, replaced or revoked");
        }
        if (!key.get().may(scope)) {
            return refused(FaultCode.KEY_SCOPE, secret.where(), "a key with the scope " + scope);
        }
        if (scope == Scope.CAPTURES && !broker.isReachable()) {
            return unavailable(FaultCode.BROKER_AWAY, "the broker does not answer");
        }
        if (scope == Scope.CAPTURES && broker.freeBytes() < reserveBytes) {
            return unavailable(FaultCode.STORAGE_LOW, "the broker's disk is nearly full; nothing is accepted");
        }
        return limits.excessOf(key.get())
                .<Admission>map(wait -> new TurnedAway(new Outcome.Limited(wait)))
                .orElseGet(() -> new Admitted(key.get()));
    }

    /** Whether there is a key of that id now which may do what {@code scope} says. */
    public boolean knows(String keyId, Scope scope) {
        return keys.may(keyId, scope);
    }

    private static TurnedAway refused(FaultCode code, String field, String detail) {
        return new TurnedAway(Outcome.Refused.of(code, field, detail));
    }

    private static TurnedAway unavailable(FaultCode code, String detail) {
        return new TurnedAway(new Outcome.Unavailable(code, detail));
    }
}
