package io.plateflow.ocr.bench;

import java.util.Map;

/**
 * What one reading took of the thread that read.
 *
 * @param millis of the processor, by step
 * @param all milliseconds of the processor together
 * @param pass milliseconds of the processor for one pass of the text detector over the same photo, just after; 0 when none was made
 * @param allocated bytes of the Java heap
 */
record Cost(Map<String, Double> millis, double all, double pass, long allocated) {
    Cost {
        millis = Map.copyOf(millis);
    }

    double passes() {
        return all / pass;
    }
}
