package io.plateflow.stats.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a user failed to sign in from an address. After five failures each further one doubles the wait, from 1 s to
 * 5 min; a success forgets them. At most 10,000 pairs are kept, the longest unused going first.
 */
final class LoginAttempts {
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int FREE_FAILURES = 5;
    private static final int KEPT = 10_000;

    private final InstantSource clock;
    private final Map<Attempt, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Attempt, Failures> eldest) {
            return size() > KEPT;
        }
    };

    LoginAttempts(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean mustWait(String user, String address) {
        Failures past = failures.get(new Attempt(user, address));
        return past != null && clock.instant().isBefore(past.until);
    }

    synchronized void failed(String user, String address) {
        failures.merge(
                new Attempt(user, address),
                new Failures(1, Instant.MIN),
                (past, one) -> new Failures(past.count + 1, clock.instant().plus(wait(past.count + 1))));
    }

    synchronized void succeeded(String user, String address) {
        failures.remove(new Attempt(user, address));
    }

    private static Duration wait(int count) {
        if (count < FREE_FAILURES) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE_FAILURES, 16));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private record Attempt(String user, String address) {}

    private record Failures(int count, Instant until) {}
}
