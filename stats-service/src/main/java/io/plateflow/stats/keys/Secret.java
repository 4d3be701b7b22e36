package io.plateflow.stats.keys;

import io.plateflow.contracts.CreateTopics;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A key as its holder has it: 256 random bits in letters that an address and a QR take as they are. It is shown once; only
 * its hash is kept.
 */
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Secret random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    String hash() {
        return CreateTopics.hash(text);
    }

    /** Never the key: what is logged by mistake says nothing. */
    @Override
    public String toString() {
        return "***";
    }
}
