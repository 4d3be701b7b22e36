package io.plateflow.stats.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What was seen to be right in the last ten minutes: as HMAC-SHA256 sums under a key of this process's lifetime. */
final class Remembered {
    static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 64;

    private final InstantSource clock;
    private final SecretKeySpec key = new SecretKeySpec(random(32), "HmacSHA256");
    /** Until when, by sum. */
    private final Map<String, Instant> until = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    });

    Remembered(InstantSource clock) {
        this.clock = clock;
    }

    boolean has(String secret) {
        Instant last = until.get(sum(secret));
        return last != null && clock.instant().isBefore(last);
    }

    void add(String secret) {
        until.put(sum(secret), clock.instant().plus(KEPT));
    }

    void forget(String secret) {
        until.remove(sum(secret));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private String sum(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
