package io.plateflow.stats.breach.circle;

import io.plateflow.stats.breach.Breach;
import org.jspecify.annotations.Nullable;

/** Closes the circle. */
public final class Circle {
    public @Nullable Breach back;
}
