package io.plateflow.stats.security;

import java.time.Instant;
import org.springframework.security.authentication.LockedException;

/** No password is tried until {@code until}, whether the name exists or not. */
public final class TooManyTries extends LockedException {
    private static final long serialVersionUID = 1;

    private final Instant until;

    TooManyTries(Instant until) {
        super("too many wrong passwords");
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
