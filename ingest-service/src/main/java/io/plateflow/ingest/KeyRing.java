package io.plateflow.ingest;

import io.plateflow.contracts.ApiKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The API keys that are in force, and their predecessors as long as those are valid too. */
final class KeyRing {
    /** @param previous of the key before, null when it is not valid any more or there is none */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Held(ApiKey key, byte[] hash, byte @Nullable [] previous) {
        static Held of(ApiKey key) {
            HexFormat hex = HexFormat.of();
            String previous = key.previousUntil() == null ? null : key.previousHash();
            return new Held(key, hex.parseHex(key.hash()), previous == null ? null : hex.parseHex(previous));
        }

        boolean opensFor(byte[] presented, Instant now) {
            boolean current = MessageDigest.isEqual(hash, presented);
            boolean before = previous != null && MessageDigest.isEqual(previous, presented);
            Instant until = key.previousUntil();
            return current || (before && until != null && now.isBefore(until));
        }
    }

    private final Map<String, Held> byId = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when a hash is not hexadecimal or the id could not be part of a capture's id */
    void put(ApiKey key) {
        if (key.id().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the id of a key has control characters");
        }
        if (key.revoked()) {
            remove(key.id());
        } else {
            byId.put(key.id(), Held.of(key));
        }
    }

    void remove(String id) {
        byId.remove(id);
    }

    /** Whether the key of that id is in force and may do what {@code scope} says. */
    boolean may(String id, ApiKey.Scope scope) {
        Held held = byId.get(id);
        return held != null && held.key.may(scope);
    }

    int size() {
        return byId.size();
    }

    /** The record that {@code presented} opens {@code now}. It takes the same time whichever key it is, or none. */
    Optional<ApiKey> find(String presented, Instant now) {
        byte[] hash = sha256(presented);
        ApiKey found = null;
        for (Held held : byId.values()) {
            if (held.opensFor(hash, now)) {
                found = held.key;
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
