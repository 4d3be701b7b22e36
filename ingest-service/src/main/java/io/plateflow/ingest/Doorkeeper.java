package io.plateflow.ingest;

import io.plateflow.contracts.ApiKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides, before a body is read, whether its sender is known and whether anything can be kept now. */
final class Doorkeeper {
    private final KeyRing keys;
    private final KeyFeed feed;
    private final BrokerState broker;
    private final long reserveBytes;

    Doorkeeper(KeyRing keys, KeyFeed feed, BrokerState broker, long reserveBytes) {
        this.keys = keys;
        this.feed = feed;
        this.broker = broker;
        this.reserveBytes = reserveBytes;
    }

    /** The sender's record, or the answer that it gets instead. */
    sealed interface Admission {}

    record Admitted(ApiKey key) implements Admission {}

    record TurnedAway(Outcome outcome) implements Admission {}

    /** A stranger learns only that it is one, never how the system is. */
    Admission admit(@Nullable String apiKey) {
        if (!feed.isFollowing()) {
            return unavailable(FaultCode.BROKER_AWAY, "the gateway does not follow its keys; it may be starting");
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

    private static TurnedAway unavailable(FaultCode code, String detail) {
        return new TurnedAway(new Outcome.Unavailable(code, detail));
    }
}
