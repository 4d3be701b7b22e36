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
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for ten minutes which passwords matched which hash, so that a program that sends Basic with every request
 * costs one slow hash and not one a request. Kept are HMAC-SHA256 sums under a key of this process's lifetime; a wrong
 * password always costs the slow hash, and one that was changed has another hash.
 */
final class RememberingEncoder implements PasswordEncoder {
    static final Duration KEPT = Duration.ofMinutes(10);
    private static final int REMEMBERED = 64;

    private final PasswordEncoder slow;
    private final InstantSource clock;
    private final SecretKeySpec key = new SecretKeySpec(random(32), "HmacSHA256");
    /** Until when, by sum. */
    private final Map<String, Instant> matched = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    });

    RememberingEncoder(PasswordEncoder slow, InstantSource clock) {
        this.slow = slow;
        this.clock = clock;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        String sum = sum(password + "\n" + hash);
        Instant until = matched.get(sum);
        if (until != null && clock.instant().isBefore(until)) {
            return true;
        }
        boolean matches = slow.matches(password, hash);
        if (matches) {
            matched.put(sum, clock.instant().plus(KEPT));
        }
        return matches;
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
