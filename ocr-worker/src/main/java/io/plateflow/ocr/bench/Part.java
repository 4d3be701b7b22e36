package io.plateflow.ocr.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which photos are looked at: half of them by the first bit of their SHA-256, which is the same half in every order, under
 * every name and in every larger collection.
 */
public enum Part {
    ALL,
    /** First bit 0: settings may be tried on these. */
    TUNING,
    /** First bit 1: these only judge. */
    HELD_OUT;

    boolean holds(byte[] photo) {
        return this == ALL || (this == HELD_OUT) == (sha256(photo)[0] < 0);
    }

    private static byte[] sha256(byte[] photo) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(photo);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
