package io.plateflow.domain.tariff;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a stay or a passage costs; vocabulary of APDS (ISO TS 5206-1).
 *
 * @param id name, for example {@code original}
 * @param version counted from 1; a published version never changes
 * @param kind of price
 * @param currency of every price
 * @param timeZone of days, bands and holidays
 * @param validFrom the first opening that it prices; null: any
 * @param grace time that is not charged; whole seconds
 * @param graceMode which time that is
 * @param per where steps and cap start anew
 * @param bands hours that are charged; none: all
 * @param steps prices by the time billed in a period, without gap from zero on
 * @param cap the most that a period costs; null: no limit
 * @param holidays local dates on which only bands with {@code holidays} begin
 * @param adjustments by vehicle class, one each
 * @param rounding of the amount
 * @param price of a passage; null otherwise
 */
public record Tariff(
        String id,
        int version,
        Kind kind,
        Currency currency,
        ZoneId timeZone,
        @Nullable Instant validFrom,
        Duration grace,
        GraceMode graceMode,
        Per per,
        List<Band> bands,
        List<Step> steps,
        @Nullable BigDecimal cap,
        Set<LocalDate> holidays,
        List<Adjustment> adjustments,
        Rounding rounding,
        @Nullable BigDecimal price) {

    /** What the first program charged: 500.00 ARS per started hour, {@code ceil(hours since capture) × 500}. */
    public static final Tariff ORIGINAL = perStartedHour("original", "500.00", "ARS", "America/Argentina/Buenos_Aires");

    /** Whether time or a passage is charged. */
    public enum Kind {
        TIME,
        PASSAGE
    }

    /** Which time a grace leaves uncharged. */
    public enum GraceMode {
        /** All of a stay that is no longer than the grace; else none. */
        THRESHOLD,
        /** The first part of every stay. */
        DEDUCTED
    }

    /** @throws IllegalArgumentException when it could not price every stay */
    public Tariff {
        bands = List.copyOf(bands);
        steps = List.copyOf(steps);
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
        adjustments = List.copyOf(adjustments);
        require(!id.isBlank() && version >= 1, "a tariff has an id and a version from 1");
        require(currency.getDefaultFractionDigits() >= 0, "a tariff's currency has a minor unit");
        require(!grace.isNegative() && Step.isWhole(grace), "a grace is of whole seconds, none of them negative");
        require(cap == null || cap.signum() >= 0, "a cap is never negative");
        require(Step.areWithoutGap(steps), "steps leave no gap from zero on");
        require(areApart(bands), "bands never overlap");
        require(
                adjustments.stream().map(Adjustment::key).distinct().count() == adjustments.size(),
                "a class has one adjustment");
        if (kind == Kind.PASSAGE) {
            require(price != null && price.signum() >= 0, "a passage has a price, not a negative one");
        } else {
            require(price == null, "time is charged by steps");
            require(
                    !steps.isEmpty()
                            || (!bands.isEmpty()
                                    && bands.stream().noneMatch(b -> b.steps().isEmpty())),
                    "all time that is charged has steps");
            require(
                    per == Per.BAND ? !bands.isEmpty() : bands.stream().noneMatch(Band::hasPricesOfItsOwn),
                    "prices of a band go with per BAND");
        }
    }

    /** {@code price} for each started hour of the stay, in {@code currency}. */
    private static Tariff perStartedHour(String id, String price, String currency, String timeZone) {
        Currency money = Currency.getInstance(currency);
        return new Tariff(
                id,
                1,
                Kind.TIME,
                money,
                ZoneId.of(timeZone),
                null,
                Duration.ZERO,
                GraceMode.THRESHOLD,
                Per.STAY,
                List.of(),
                List.of(new Step(Duration.ZERO, null, Duration.ofHours(1), new BigDecimal(price))),
                null,
                Set.of(),
                List.of(),
                Rounding.to(money),
                null);
    }

    /** {@code id@version}, as charges name it. */
    public String reference() {
        return id + "@" + version;
    }

    /** The same, published under another number and valid from another instant; null: any. */
    public Tariff as(int number, @Nullable Instant from) {
        return new Tariff(
                id,
                number,
                kind,
                currency,
                timeZone,
                from,
                grace,
                graceMode,
                per,
                bands,
                steps,
                cap,
                holidays,
                adjustments,
                rounding,
                price);
    }

    /** The price of [entry, exit) for a vehicle without class. */
    public Price price(Instant entry, Instant exit) {
        return price(entry, exit, null, false);
    }

    /**
     * The price of [entry, exit); an exit before the entry is no time at all. Instants are taken as they are: a unit has
     * started once the smallest part of a second of it has passed. Work and lines grow with the number of periods.
     *
     * @param exit null for a passage only, where it has no meaning
     * @throws NullPointerException when time is charged and there is no exit
     */
    public Price price(Instant entry, @Nullable Instant exit, @Nullable String vehicleClass, boolean exempt) {
        Interval stay = kind == Kind.PASSAGE
                ? Interval.of(entry, entry)
                : Interval.of(entry, Objects.requireNonNull(exit, "time is charged up to an exit"));
        return new Rating(this, stay, grace).price(vehicleClass, exempt);
    }

    /** The price of a vehicle that was seen once and then no more: one second, without grace. */
    public Price priceOfSingleSighting(Instant at, @Nullable String vehicleClass, boolean exempt) {
        Interval stay = Interval.of(at, kind == Kind.PASSAGE ? at : at.plusSeconds(1));
        return new Rating(this, stay, Duration.ZERO).price(vehicleClass, exempt);
    }

    private static boolean areApart(List<Band> bands) {
        for (int i = 0; i < bands.size(); i++) {
            if (bands.subList(0, i).stream().anyMatch(bands.get(i)::overlaps)) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean met, String rule) {
        if (!met) {
            throw new IllegalArgumentException(rule);
        }
    }
}
