package io.plateflow.stats.query;

import java.time.Instant;
import java.util.List;

/**
 * The figures as they are answered.
 *
 * @param uniqueLocations distinct {@code ubicacion}
 * @param charged charges in force, one entry per currency
 * @param paid settlements, one entry per currency
 * @param today those of the site's day
 * @param dataAt the figures hold everything received up to then
 */
public record SummaryAnswer(
        long totalCaptures,
        long totalPlates,
        long uniqueLocations,
        long openStays,
        long activeZones,
        long pending,
        long toReview,
        List<Amount> charged,
        List<Amount> paid,
        Today today,
        Instant dataAt) {

    /** The same figures of one day. */
    public record Today(long captures, long plates, long locations, List<Amount> charged, List<Amount> paid) {}
}
