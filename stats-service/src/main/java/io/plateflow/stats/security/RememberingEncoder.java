package io.plateflow.stats.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers which passwords matched, so that a program that sends Basic with every request costs one slow hash and not
 * one a request. Kept are HMAC-SHA256 sums under a key of this process's lifetime; a wrong password always costs the
 * slow hash.
 */
final class RememberingEncoder implements PasswordEncoder {
    private static final int REMEMBERED = 64;

    private final PasswordEncoder slow;
    private final SecretKeySpec key = new SecretKeySpec(random(32), "HmacSHA256");
    private final Set<String> matched = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    RememberingEncoder(PasswordEncoder slow) {
        this.slow = slow;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        String sum = sum(password + "\n" + hash);
        if (matched.contains(sum)) {
            return true;
        }
        boolean matches = slow.matches(password, hash);
        if (matches) {
            matched.add(sum);
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
