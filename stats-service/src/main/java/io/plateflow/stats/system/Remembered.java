package io.plateflow.stats.system;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is worked out once for all who ask within a while. */
final class Remembered<T> {
    private final Duration valid;
    private final Supplier<T> source;
    private @Nullable T last;
    private long at;

    Remembered(Duration valid, Supplier<T> source) {
        this.valid = valid;
        this.source = source;
    }

    synchronized T get() {
        T known = last;
        if (known == null || System.nanoTime() - at > valid.toNanos()) {
            known = source.get();
            last = known;
            at = System.nanoTime();
        }
        return known;
    }
}
