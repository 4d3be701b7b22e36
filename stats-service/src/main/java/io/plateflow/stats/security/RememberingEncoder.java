package io.plateflow.stats.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers which passwords matched which hash, so that a program that sends Basic with every request costs one slow hash
 * and not one a request. A wrong password always costs the slow hash, and one that was changed has another hash.
 */
final class RememberingEncoder implements PasswordEncoder {
    private final PasswordEncoder slow;
    private final Remembered matched;

    RememberingEncoder(PasswordEncoder slow, Remembered matched) {
        this.slow = slow;
        this.matched = matched;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        String both = password + "\n" + hash;
        if (matched.has(both)) {
            return true;
        }
        boolean matches = slow.matches(password, hash);
        if (matches) {
            matched.add(both);
        }
        return matches;
    }
}
