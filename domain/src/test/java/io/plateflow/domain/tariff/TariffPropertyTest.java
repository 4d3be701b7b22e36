package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for any tariff and any stay. */
class TariffPropertyTest {
    private static final Instant ENTRY = Instant.parse("2026-03-02T10:00:00Z");

    @Property(tries = 300)
    void chargesTheCeilingOfTheHoursTimesFiveHundred(@ForAll @LongRange(min = 1, max = 7_776_000) long seconds) {
        Price price = Tariff.ORIGINAL.price(ENTRY, ENTRY.plusSeconds(seconds));

        assertThat(price.amount().amount()).isEqualByComparingTo(String.valueOf((seconds + 3599) / 3600 * 500));
        assertThat(price.lines()).singleElement().satisfies(line -> {
            assertThat(line.units()).isEqualTo((seconds + 3599) / 3600);
            assertThat(line.amount()).isEqualTo(price.amount());
        });
    }

    @Property
    void comesToWhatAPersonWithAWatchCounts(
            @ForAll("any") Tariff tariff,
            @ForAll("entries") Instant entry,
            @ForAll("elapsed") Duration elapsed,
            @ForAll("classes") String vehicleClass) {
        Price price = tariff.price(entry, entry.plus(elapsed), vehicleClass, false);

        assertThat(price.amount().amount())
                .isEqualTo(new MinuteOracle(tariff).price(entry, entry.plus(elapsed), vehicleClass));
    }

    @Property(tries = 300)
    void hasLinesThatSumExactlyToTheAmountWhateverTheStay(
            @ForAll("any") Tariff tariff,
            @ForAll("entries") Instant entry,
            @ForAll("elapsed") Duration elapsed,
            @ForAll @LongRange(min = -60_000_000_000L, max = 60_000_000_000L) long nanos,
            @ForAll("classes") String vehicleClass,
            @ForAll boolean exempt) {
        Price price = tariff.price(entry, entry.plus(elapsed).plusNanos(nanos), vehicleClass, exempt);

        assertThat(price.lines().stream().map(l -> l.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(price.amount().amount());
        assertThat(price.lines())
                .filteredOn(l -> l.kind() == PriceLine.Kind.STEP)
                .allSatisfy(l -> assertThat(new BigDecimal(String.valueOf(l.units()))
                                .multiply(
                                        l.price() == null
                                                ? BigDecimal.ZERO
                                                : l.price().amount()))
                        .isEqualByComparingTo(l.amount().amount()));
        assertThat(price.amount().amount()).isNotNegative().hasScaleOf(2);
        assertThat(price.billedSeconds()).isBetween(0L, price.elapsedSeconds());
    }

    @Property(tries = 300)
    void neverCostsLessForStayingLonger(
            @ForAll("any") Tariff tariff,
            @ForAll("entries") Instant entry,
            @ForAll("elapsed") Duration elapsed,
            @ForAll("elapsed") Duration longer) {
        assertThat(amount(tariff, entry, entry.plus(elapsed).plus(longer)))
                .isGreaterThanOrEqualTo(amount(tariff, entry, entry.plus(elapsed)));
    }

    @Property(tries = 300)
    void countsAStartedSecondWhole(
            @ForAll("any") Tariff tariff,
            @ForAll("entries") Instant entry,
            @ForAll("elapsed") Duration elapsed,
            @ForAll @IntRange(min = 1, max = 999_999_999) int nanos) {
        assertThat(amount(tariff, entry, entry.plus(elapsed).plusNanos(nanos)))
                .isEqualTo(amount(tariff, entry, entry.plus(elapsed).plusSeconds(1)));
    }

    @Property(tries = 300)
    void deductsGraceByMovingTheEntry(
            @ForAll("any") Tariff tariff,
            @ForAll("entries") Instant entry,
            @ForAll("elapsed") Duration elapsed,
            @ForAll @IntRange(min = 0, max = 300) int grace) {
        Duration minutes = Duration.ofMinutes(grace);
        Tariff deducted = AnyTariff.with(tariff, minutes, Tariff.GraceMode.DEDUCTED);
        Tariff without = AnyTariff.with(tariff, Duration.ZERO, Tariff.GraceMode.THRESHOLD);

        assertThat(amount(deducted, entry, entry.plus(elapsed)))
                .isEqualTo(amount(without, entry.plus(minutes), entry.plus(elapsed)));
    }

    @Property(tries = 300)
    void costsTheSameWheneverItBeginsWhereNeitherDaysNorBandsCount(
            @ForAll("rollingOrStay") Tariff tariff,
            @ForAll("entries") Instant entry,
            @ForAll("elapsed") Duration elapsed,
            @ForAll("elapsed") Duration shift) {
        assertThat(amount(tariff, entry.plus(shift), entry.plus(shift).plus(elapsed)))
                .isEqualTo(amount(tariff, entry, entry.plus(elapsed)));
    }

    /** Prices of a tenth of a cent are summed before they are rounded: to half a cent for each part. */
    @Property(tries = 300)
    void partsAtMidnightWhereEachDayStartsAnew(
            @ForAll("perDay") Tariff tariff, @ForAll("entries") Instant entry, @ForAll("elapsed") Duration elapsed) {
        Instant midnight = entry.atZone(ZoneId.of("America/Argentina/Buenos_Aires"))
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(tariff.timeZone())
                .toInstant();

        partsAt(midnight, tariff, entry, entry.plus(elapsed));
    }

    @Property(tries = 300)
    void partsAfterEach24HoursWhereTheyStartAnew(
            @ForAll("rolling") Tariff tariff,
            @ForAll("entries") Instant entry,
            @ForAll("elapsed") Duration elapsed,
            @ForAll @IntRange(min = 1, max = 4) int days) {
        partsAt(entry.plus(Duration.ofDays(days)), tariff, entry, entry.plus(elapsed));
    }

    /** Started units can be more in parts, never fewer. */
    @Property(tries = 300)
    void neverCostsLessInParts(
            @ForAll("oneStep") Tariff tariff,
            @ForAll("entries") Instant entry,
            @ForAll("elapsed") Duration first,
            @ForAll("elapsed") Duration second) {
        Instant middle = entry.plus(first);
        Instant exit = middle.plus(second);

        assertThat(amount(tariff, entry, middle).add(amount(tariff, middle, exit)))
                .isGreaterThanOrEqualTo(amount(tariff, entry, exit));
    }

    private static void partsAt(Instant border, Tariff tariff, Instant entry, Instant exit) {
        Tariff plain = AnyTariff.with(tariff, Duration.ZERO, Tariff.GraceMode.THRESHOLD);
        Instant middle = border.isBefore(exit) ? border : exit;

        assertThat(amount(plain, entry, middle).add(amount(plain, middle, exit)))
                .isCloseTo(amount(plain, entry, exit), within(new BigDecimal("0.01")));
    }

    private static BigDecimal amount(Tariff tariff, Instant entry, Instant exit) {
        return tariff.price(entry, exit).amount().amount();
    }

    @Provide
    Arbitrary<Tariff> any() {
        return AnyTariff.any();
    }

    @Provide
    Arbitrary<Tariff> perDay() {
        return AnyTariff.withoutBands(Per.DAY);
    }

    @Provide
    Arbitrary<Tariff> rolling() {
        return AnyTariff.withoutBands(Per.ROLLING_24H);
    }

    @Provide
    Arbitrary<Tariff> rollingOrStay() {
        return Arbitraries.of(Per.STAY, Per.ROLLING_24H).flatMap(AnyTariff::withoutBands);
    }

    @Provide
    Arbitrary<Tariff> oneStep() {
        return Arbitraries.integers()
                .between(1, 200)
                .map(cents -> new Tariff(
                        "one-step",
                        1,
                        Tariff.Kind.TIME,
                        Tariff.ORIGINAL.currency(),
                        Tariff.ORIGINAL.timeZone(),
                        null,
                        Duration.ZERO,
                        Tariff.GraceMode.THRESHOLD,
                        Per.STAY,
                        List.of(),
                        List.of(new Step(Duration.ZERO, null, Duration.ofMinutes(cents), new BigDecimal(cents))),
                        null,
                        Set.of(),
                        List.of(),
                        Tariff.ORIGINAL.rounding(),
                        null));
    }

    @Provide
    Arbitrary<Instant> entries() {
        return AnyTariff.entry();
    }

    @Provide
    Arbitrary<Duration> elapsed() {
        return AnyTariff.elapsed();
    }

    @Provide
    Arbitrary<String> classes() {
        return Arbitraries.of("RESIDENT", "TAXI");
    }
}
