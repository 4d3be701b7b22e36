package io.plateflow.ocr.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Milliseconds by step of one reading; a step taken twice counts both. */
final class Steps {
    private final Map<String, Double> millis = new LinkedHashMap<>();
    private final LongSupplier nanos;

    /** @param nanos the clock: of the wall, or of the thread's share of a processor */
    Steps(LongSupplier nanos) {
        this.nanos = nanos;
    }

    <T, E extends Exception> T time(String step, Work<T, E> work) throws E {
        long start = nanos.getAsLong();
        try {
            return work.run();
        } finally {
            millis.merge(step, (nanos.getAsLong() - start) / 1e6, Double::sum);
        }
    }

    Map<String, Double> millis() {
        return Map.copyOf(millis);
    }

    /** Something to be timed. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }
}
