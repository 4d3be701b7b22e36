package io.plateflow.domain.tariff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tariff as somebody wrote it: every field a text, or absent. {@link TariffLint} says what it lacks.
 *
 * @param id name of the tariff
 * @param version absent: 1
 * @param kind TIME or PASSAGE
 * @param currency ISO 4217
 * @param timeZone IANA name
 * @param validFrom RFC 3339 with offset
 * @param grace ISO 8601 duration
 * @param graceMode THRESHOLD (also when absent) or DEDUCTED
 * @param per STAY (also when absent), DAY, BAND or ROLLING_24H
 * @param price of a passage
 * @param cap the most that a period costs
 * @param steps prices by billed time
 * @param bands hours that are charged
 * @param holidays dates, {@code 2026-05-25}
 * @param adjustments by vehicle class
 * @param rounding absent: the currency's minor unit, HALF_UP
 */
public record TariffDraft(
        @Nullable String id,
        @Nullable Integer version,
        @Nullable String kind,
        @Nullable String currency,
        @Nullable String timeZone,
        @Nullable String validFrom,
        @Nullable String grace,
        @Nullable String graceMode,
        @Nullable String per,
        @Nullable String price,
        @Nullable String cap,
        @Nullable List<@Nullable StepDraft> steps,
        @Nullable List<@Nullable BandDraft> bands,
        @Nullable List<@Nullable String> holidays,
        @Nullable List<@Nullable AdjustmentDraft> adjustments,
        @Nullable RoundingDraft rounding) {

    /** The same under {@code name}, its version left out: publication gives it. */
    public TariffDraft named(String name) {
        return new TariffDraft(
                name,
                null,
                kind,
                currency,
                timeZone,
                validFrom,
                grace,
                graceMode,
                per,
                price,
                cap,
                steps,
                bands,
                holidays,
                adjustments,
                rounding);
    }

    /** A step as written: ISO 8601 durations of billed time and a price. */
    public record StepDraft(
            @Nullable String from,
            @Nullable String to,
            @Nullable String increment,
            @Nullable String price) {}

    /** A band as written: days by their English names, local times such as {@code 08:00}. */
    public record BandDraft(
            @Nullable List<@Nullable String> days,
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean holidays,
            @Nullable String cap,
            @Nullable List<@Nullable StepDraft> steps) {}

    /** An adjustment as written. */
    public record AdjustmentDraft(
            @Nullable String vehicleClass, @Nullable String factor) {}

    /** Rounding as written. */
    public record RoundingDraft(
            @Nullable String unit, @Nullable String mode) {}
}
