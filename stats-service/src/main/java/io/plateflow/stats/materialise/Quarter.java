package io.plateflow.stats.materialise;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * One measure of a zone in a quarter of an hour.
 *
 * @param name of the measure
 * @param from UTC; when the quarter begins
 * @param zone zoneId
 * @param currency ISO 4217; {@link Deltas#COUNT} of counts
 */
record Quarter(String name, LocalDateTime from, String zone, String currency) implements Comparable<Quarter> {
    private static final long SECONDS = 900;
    private static final Comparator<Quarter> ORDER = Comparator.comparing(Quarter::name)
            .thenComparing(Quarter::from)
            .thenComparing(Quarter::zone)
            .thenComparing(Quarter::currency);

    /** The quarter that holds {@code at}. */
    static Quarter of(String name, Instant at, String zone, String currency) {
        long begins = Math.floorDiv(at.getEpochSecond(), SECONDS) * SECONDS;
        return new Quarter(name, LocalDateTime.ofEpochSecond(begins, 0, ZoneOffset.UTC), zone, currency);
    }

    @Override
    public int compareTo(Quarter other) {
        return ORDER.compare(this, other);
    }
}
