package io.plateflow.client;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again and again at something that is going to change.
 *
 * @param longest wait in all
 */
public record Patience(Duration longest) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    /**
     * What {@code look} last saw: with {@code done} true, or false once the patience has run out.
     *
     * @throws NoAnswer when looking does, or on an interrupt, whose flag stays set
     */
    public <T> T until(Predicate<T> done, Supplier<T> look) {
        RetryPolicy<T> looking = RetryPolicy.<T>builder()
                .handleResultIf(seen -> seen != null && !done.test(seen))
                .abortOn(RuntimeException.class)
                .withDelay(BETWEEN_LOOKS)
                .withMaxDuration(longest)
                .withMaxAttempts(-1)
                .build();
        try {
            return Failsafe.with(looking).get(look::get);
        } catch (FailsafeException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("Interrupted while waiting", e);
        }
    }
}
