package io.plateflow.domain.place;

import io.plateflow.domain.stay.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a zone; it never changes.
 *
 * @param id name, for example {@code garage-1}
 * @param version counted from 1
 * @param publishedAt it takes effect {@link Zones#ACTIVATION_DELAY} later
 * @param mode what begins and ends a stay; AUTOMATIC is what no zone is
 * @param shape where
 * @param closesAfter the silence that ends a stay (SIGHTINGS) or makes it doubtful (GATED)
 * @param mergeWithin sightings in one direction no farther apart count once
 * @param maxStay an EXIT later than this after the ENTRY does not close the stay
 * @param confirm which readings a person must confirm
 * @param tariff id of the tariff
 * @param timeZone of cameras that send no offset
 * @param photosKept how long photos are kept; null: as everywhere
 * @param capturesKept how long captures that led to no stay are kept; null: as everywhere
 */
public record Zone(
        String id,
        int version,
        Instant publishedAt,
        Mode mode,
        Shape shape,
        Duration closesAfter,
        Duration mergeWithin,
        Duration maxStay,
        Confirm confirm,
        String tariff,
        ZoneId timeZone,
        @Nullable Duration photosKept,
        @Nullable Duration capturesKept) {
    private static final String ID = "[\\p{L}\\p{N}][\\p{L}\\p{N}._~-]{0,63}";

    /** @throws IllegalArgumentException when the version breaks a rule; the message names it */
    public Zone {
        require(id.matches(ID), "a zone's id is 1 to 64 letters, digits, dots, dashes, underscores or tildes");
        require(version >= 1, "a zone's versions are counted from 1");
        require(mode != Mode.AUTOMATIC, "a configured zone is GATED, SIGHTINGS or PASSAGE");
        require(!tariff.isBlank(), "a zone names a tariff");
        Rules.of(mode, closesAfter, mergeWithin, maxStay, confirm, tariff);
    }

    /** One whose photos and captures are kept as everywhere. */
    public Zone(
            String id,
            int version,
            Instant publishedAt,
            Mode mode,
            Shape shape,
            Duration closesAfter,
            Duration mergeWithin,
            Duration maxStay,
            Confirm confirm,
            String tariff,
            ZoneId timeZone) {
        this(
                id,
                version,
                publishedAt,
                mode,
                shape,
                closesAfter,
                mergeWithin,
                maxStay,
                confirm,
                tariff,
                timeZone,
                null,
                null);
    }

    /** The same, published under another number at another instant. */
    public Zone as(int number, Instant at) {
        return new Zone(
                id,
                number,
                at,
                mode,
                shape,
                closesAfter,
                mergeWithin,
                maxStay,
                confirm,
                tariff,
                timeZone,
                photosKept,
                capturesKept);
    }

    /** What of this version concerns stays. */
    public Rules rules() {
        return Rules.of(mode, closesAfter, mergeWithin, maxStay, confirm, tariff);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
