package io.plateflow.contracts;

import java.time.Duration;

/** From when on something is late or wrong: the same for {@code ./plateflow status} and for the page <i>Sistema</i>. */
public final class Limits {
    /** What is older is said to be late; nothing is wrong yet. */
    public static final Duration LATE = Duration.ofMinutes(2);

    /** By then a capture should long have its end. */
    public static final Duration OVERDUE = Duration.ofMinutes(10);

    /** Bytes; with less a disk is nearly full. */
    public static final long LEAST_FREE_BYTES = 2L << 30;

    private Limits() {}
}
