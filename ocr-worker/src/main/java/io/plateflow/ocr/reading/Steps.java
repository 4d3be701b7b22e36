package io.plateflow.ocr.reading;

import java.util.LinkedHashMap;
import java.util.Map;

/** Milliseconds by step of one reading; a step taken twice counts both. */
final class Steps {
    private final Map<String, Double> millis = new LinkedHashMap<>();

    <T, E extends Exception> T time(String step, Work<T, E> work) throws E {
        long start = System.nanoTime();
        try {
            return work.run();
        } finally {
            millis.merge(step, (System.nanoTime() - start) / 1e6, Double::sum);
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
