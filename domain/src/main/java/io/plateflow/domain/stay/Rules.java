package io.plateflow.domain.stay;

import io.plateflow.domain.place.Confirm;
import io.plateflow.domain.place.Mode;
import java.time.Duration;

/**
 * What of a zone's version concerns stays. A stay goes by the rules of its opening sighting until it ends.
 *
 * @param mode what begins and ends a stay
 * @param closesAfter the silence that ends a stay (SIGHTINGS) or makes it doubtful (GATED)
 * @param mergeWithin sightings in one direction no farther apart count once
 * @param maxStay an EXIT later than this after the ENTRY does not close the stay
 * @param confirmAll whether a person confirms every reading before it bills
 * @param tariff id of the tariff
 */
public record Rules(
        Mode mode, Duration closesAfter, Duration mergeWithin, Duration maxStay, boolean confirmAll, String tariff) {
    /** Unless a zone says otherwise. */
    public static final Duration MERGE_WITHIN = Duration.ofMinutes(1);

    /** Unless a zone says otherwise. */
    public static final Duration MAX_STAY = Duration.ofDays(30);

    /** Of places where no zone is configured; their stays are never merged nor closed by silence. */
    public static final Rules AUTOMATIC =
            new Rules(Mode.AUTOMATIC, Mode.AUTOMATIC.closesAfter(), Duration.ZERO, MAX_STAY, false, "original");

    /** @throws IllegalArgumentException when a duration is out of range */
    public Rules {
        if (closesAfter.isNegative() || closesAfter.isZero() || maxStay.isNegative() || maxStay.isZero()) {
            throw new IllegalArgumentException("closesAfter and maxStay must be above zero");
        }
        if (mergeWithin.isNegative()) {
            throw new IllegalArgumentException("mergeWithin must not be negative");
        }
    }

    /** The rules of a zone. */
    public static Rules of(
            Mode mode, Duration closesAfter, Duration mergeWithin, Duration maxStay, Confirm confirm, String tariff) {
        return new Rules(mode, closesAfter, mergeWithin, maxStay, confirm == Confirm.ALL, tariff);
    }
}
