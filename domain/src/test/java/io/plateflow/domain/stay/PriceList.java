package io.plateflow.domain.stay;

import io.plateflow.domain.tariff.Adjustment;
import io.plateflow.domain.tariff.Band;
import io.plateflow.domain.tariff.Per;
import io.plateflow.domain.tariff.Rounding;
import io.plateflow.domain.tariff.Step;
import io.plateflow.domain.tariff.Tariff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tariffs of the worked examples, and what their second version would cost. */
final class PriceList {
    private PriceList() {}

    /** The first versions. */
    static List<Tariff> all() {
        return List.of(garage(1, null), street(), gantry());
    }

    /** Version n costs n times as much. */
    static Tariff garage(int version, @Nullable Instant validFrom) {
        List<Step> steps = List.of(step(0, 60, 60, 2400 * version), step(60, null, 5, 200 * version));
        BigDecimal cap = BigDecimal.valueOf(12_000L * version);
        return tariff(
                "garage", version, validFrom, Duration.ofMinutes(5), Per.ROLLING_24H, List.of(), steps, cap, null);
    }

    private static Tariff street() {
        Band weekdays = new Band(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 0),
                LocalTime.of(17, 0),
                false,
                null,
                List.of());
        List<Step> steps = List.of(step(0, 60, 60, 400), step(60, 120, 60, 470), step(120, null, 60, 585));
        return tariff("street", 1, null, Duration.ZERO, Per.DAY, List.of(weekdays), steps, null, null);
    }

    private static Tariff gantry() {
        BigDecimal price = new BigDecimal("1500.00");
        return tariff("gantry", 1, null, Duration.ZERO, Per.STAY, List.of(), List.of(), null, price);
    }

    private static Step step(int fromMinutes, @Nullable Integer toMinutes, int increment, int price) {
        return new Step(
                Duration.ofMinutes(fromMinutes),
                toMinutes == null ? null : Duration.ofMinutes(toMinutes),
                Duration.ofMinutes(increment),
                BigDecimal.valueOf(price));
    }

    private static Tariff tariff(
            String id,
            int version,
            @Nullable Instant validFrom,
            Duration grace,
            Per per,
            List<Band> bands,
            List<Step> steps,
            @Nullable BigDecimal cap,
            @Nullable BigDecimal passage) {
        return new Tariff(
                id,
                version,
                passage == null ? Tariff.Kind.TIME : Tariff.Kind.PASSAGE,
                Currency.getInstance("ARS"),
                ZoneId.of("America/Argentina/Buenos_Aires"),
                validFrom,
                grace,
                Tariff.GraceMode.THRESHOLD,
                per,
                bands,
                steps,
                cap,
                Set.of(),
                List.of(
                        new Adjustment("RESIDENT", new BigDecimal("0.5")),
                        new Adjustment("UNREGISTERED", new BigDecimal("1.5"))),
                new Rounding(new BigDecimal("0.01"), RoundingMode.HALF_UP),
                passage);
    }
}
