package io.plateflow.contracts;

import io.plateflow.domain.place.Circle;
import io.plateflow.domain.place.Confirm;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.place.Polygon;
import io.plateflow.domain.place.Shape;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Adjustment;
import io.plateflow.domain.tariff.Band;
import io.plateflow.domain.tariff.Per;
import io.plateflow.domain.tariff.Rounding;
import io.plateflow.domain.tariff.Step;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Vehicle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of each version that administration publishes, with every field set. */
final class Publications {
    static final Instant PUBLISHED = Instant.parse("2026-03-02T12:00:00Z");
    private static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");

    static final Zone ROUND = zone(new Circle(new Coordinates(-34.60373, -58.38157), 80));
    static final Zone SQUARE = zone(new Polygon(List.of(List.of(
            new Coordinates(-34.61, -58.39),
            new Coordinates(-34.61, -58.38),
            new Coordinates(-34.60, -58.38),
            new Coordinates(-34.60, -58.39),
            new Coordinates(-34.61, -58.39)))));

    static final TariffVersion BANDS = new TariffVersion(
            PUBLISHED,
            tariff(
                    Tariff.Kind.TIME,
                    PUBLISHED.plusSeconds(3600),
                    Per.BAND,
                    List.of(new Band(
                            Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                            LocalTime.of(8, 0),
                            LocalTime.of(20, 0),
                            true,
                            new BigDecimal("5000.00"),
                            List.of(step("150.00")))),
                    List.of(step("200.00")),
                    null));
    static final TariffVersion PASSAGE = new TariffVersion(
            PUBLISHED,
            tariff(Tariff.Kind.PASSAGE, PUBLISHED, Per.STAY, List.of(), List.of(), new BigDecimal("1500.00")));
    static final Vehicle RESIDENT = new Vehicle(
            new Plate("AB123CD"),
            2,
            PUBLISHED,
            "RESIDENT",
            true,
            Set.of("garage-1", "street"),
            PUBLISHED,
            PUBLISHED.plusSeconds(86_400));

    private Publications() {}

    private static Zone zone(Shape shape) {
        return new Zone(
                "garage-1",
                3,
                PUBLISHED,
                Mode.GATED,
                shape,
                Duration.ofHours(24),
                Duration.ofMinutes(1),
                Duration.ofDays(30),
                Confirm.ALL,
                "garage",
                BUENOS_AIRES);
    }

    private static Step step(String price) {
        return new Step(Duration.ZERO, Duration.ofHours(24), Duration.ofMinutes(15), new BigDecimal(price));
    }

    private static Tariff tariff(
            Tariff.Kind kind,
            Instant validFrom,
            Per per,
            List<Band> bands,
            List<Step> steps,
            @Nullable BigDecimal price) {
        return new Tariff(
                "example",
                2,
                kind,
                Currency.getInstance("ARS"),
                BUENOS_AIRES,
                validFrom,
                Duration.ofMinutes(5),
                Tariff.GraceMode.DEDUCTED,
                per,
                bands,
                steps,
                new BigDecimal("12000.00"),
                Set.of(LocalDate.of(2026, 5, 25)),
                List.of(new Adjustment("RESIDENT", new BigDecimal("0.5"))),
                new Rounding(new BigDecimal("0.01"), RoundingMode.HALF_UP),
                price);
    }
}
