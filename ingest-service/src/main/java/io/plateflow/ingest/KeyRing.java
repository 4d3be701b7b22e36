package io.plateflow.ingest;

import io.plateflow.contracts.ApiKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The API keys that are in force now. */
final class KeyRing {
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Held(ApiKey key, byte[] hash) {}

    private final Map<String, Held> byId = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when the hash is not hexadecimal or the id could not be part of a capture's id */
    void put(ApiKey key) {
        if (key.id().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the id of a key has control characters");
        }
        if (key.revoked()) {
            remove(key.id());
        } else {
            byId.put(key.id(), new Held(key, HexFormat.of().parseHex(key.hash())));
        }
    }

    void remove(String id) {
        byId.remove(id);
    }

    int size() {
        return byId.size();
    }

    /** The record of {@code presented}. It takes the same time whichever key it is, or none. */
    Optional<ApiKey> find(String presented) {
        byte[] hash = sha256(presented);
        ApiKey found = null;
        for (Held held : byId.values()) {
            if (MessageDigest.isEqual(held.hash, hash)) {
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
