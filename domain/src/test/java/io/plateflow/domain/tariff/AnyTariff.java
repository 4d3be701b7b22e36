package io.plateflow.domain.tariff;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Tariffs of whole minutes with every word of the vocabulary, drawn at random; and stays to price by them. */
final class AnyTariff {
    /** The Thursday before a holiday on Monday; no clock changes in Buenos Aires. */
    private static final Instant START = Instant.parse("2026-05-21T03:00:00Z");

    private static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.parse("2026-05-25"));
    private static final Currency ARS = Currency.getInstance("ARS");

    private AnyTariff() {}

    static Arbitrary<Tariff> any() {
        return Arbitraries.of(Per.class).flatMap(per -> of(per, true));
    }

    /** Without bands, unless {@code per} is BAND. */
    static Arbitrary<Tariff> withoutBands(Per per) {
        return of(per, false);
    }

    static Tariff with(Tariff tariff, Duration grace, Tariff.GraceMode mode) {
        return new Tariff(
                tariff.id(),
                tariff.version(),
                tariff.kind(),
                tariff.currency(),
                tariff.timeZone(),
                null,
                grace,
                mode,
                tariff.per(),
                tariff.bands(),
                tariff.steps(),
                tariff.cap(),
                tariff.holidays(),
                tariff.adjustments(),
                tariff.rounding(),
                null);
    }

    static Arbitrary<Instant> entry() {
        return Arbitraries.integers().between(0, 7 * 1440).map(m -> START.plus(Duration.ofMinutes(m)));
    }

    /** Mostly short, up to five days; in minutes. */
    static Arbitrary<Duration> elapsed() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 5 * 1440),
                        Arbitraries.of(60, 120, 720, 1440, 2880))
                .map(Duration::ofMinutes);
    }

    private static Arbitrary<Tariff> of(Per per, boolean banded) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 45),
                        Arbitraries.of(Tariff.GraceMode.class),
                        banded || per == Per.BAND ? bands(per) : Arbitraries.just(List.<Band>of()),
                        steps(),
                        cap(),
                        Arbitraries.of("0", "0.5", "0.333", "1.5"))
                .as((grace, mode, bands, steps, cap, factor) -> new Tariff(
                        "any",
                        1,
                        Tariff.Kind.TIME,
                        ARS,
                        BUENOS_AIRES,
                        null,
                        Duration.ofMinutes(grace),
                        mode,
                        per,
                        bands,
                        steps,
                        cap,
                        HOLIDAYS,
                        List.of(new Adjustment("RESIDENT", new BigDecimal(factor))),
                        Rounding.to(ARS),
                        null));
    }

    private static Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 130);
        return Combinators.combine(
                        minutes.set().ofMaxSize(2),
                        minutes.list().ofSize(3),
                        price().list().ofSize(3))
                .as((ends, increments, prices) -> {
                    List<Step> steps = new ArrayList<>();
                    Duration from = Duration.ZERO;
                    for (int end : new TreeSet<>(ends)) {
                        Duration to = Duration.ofMinutes(end);
                        steps.add(step(from, to, increments.get(steps.size()), prices.get(steps.size())));
                        from = to;
                    }
                    steps.add(step(from, null, increments.get(steps.size()), prices.get(steps.size())));
                    return steps;
                });
    }

    /** From one quarter of an hour of the day to another, one after the other, the last perhaps over midnight. */
    private static Arbitrary<List<Band>> bands(Per per) {
        Arbitrary<Set<Integer>> borders =
                Arbitraries.integers().between(0, 95).set().ofMinSize(2).ofMaxSize(4);
        Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        return Combinators.combine(
                        borders, days, Arbitraries.of(true, false), steps(), cap(), Arbitraries.of(true, false))
                .as((quarters, some, holidays, steps, cap, own) -> {
                    List<LocalTime> times = new TreeSet<>(quarters)
                            .stream().map(q -> LocalTime.of(q / 4, q % 4 * 15)).toList();
                    List<Band> bands = new ArrayList<>();
                    for (int i = times.size() - 1; i >= 0; i--) {
                        boolean priced = per == Per.BAND && own && i % 2 == 0;
                        bands.add(new Band(
                                i % 2 == 0 ? EnumSet.allOf(DayOfWeek.class) : some,
                                times.get(i),
                                times.get((i + 1) % times.size()),
                                holidays == (i % 2 == 0),
                                priced ? cap : null,
                                priced ? steps : List.of()));
                    }
                    return bands;
                });
    }

    private static Step step(Duration from, @Nullable Duration to, int increment, BigDecimal price) {
        return new Step(from, to, Duration.ofMinutes(increment), price);
    }

    private static Arbitrary<BigDecimal> price() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1000))
                .ofScale(3);
    }

    private static Arbitrary<@Nullable BigDecimal> cap() {
        return price().injectNull(0.4);
    }
}
