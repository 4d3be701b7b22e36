package io.plateflow.billing;

import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.place.Circle;
import io.plateflow.domain.place.Confirm;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.stay.Rules;
import io.plateflow.domain.tariff.Adjustment;
import io.plateflow.domain.tariff.Per;
import io.plateflow.domain.tariff.Rounding;
import io.plateflow.domain.tariff.Step;
import io.plateflow.domain.tariff.Tariff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A zone of 500 m around {@link Ends#HERE} and what it costs: each started hour 600.00 ARS by version 1, 1200.00 by 2. */
final class Garage {
    static final String ID = "garage-1";
    static final String TARIFF = "hourly";
    private static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private Garage() {}

    static Zone zone(Mode mode) {
        return zone(1, mode, LONG_AGO, Confirm.UNSURE);
    }

    static Zone zone(int version, Mode mode, Instant publishedAt, Confirm confirm) {
        return new Zone(
                ID,
                version,
                publishedAt,
                mode,
                new Circle(Ends.HERE, 500),
                mode.closesAfter(),
                Rules.MERGE_WITHIN,
                Rules.MAX_STAY,
                confirm,
                TARIFF,
                BUENOS_AIRES);
    }

    static TariffVersion tariff(int version, @Nullable Instant validFrom) {
        Step hours = new Step(Duration.ZERO, null, Duration.ofHours(1), BigDecimal.valueOf(600L * version));
        return new TariffVersion(
                LONG_AGO,
                new Tariff(
                        TARIFF,
                        version,
                        Tariff.Kind.TIME,
                        Currency.getInstance("ARS"),
                        BUENOS_AIRES,
                        validFrom,
                        Duration.ZERO,
                        Tariff.GraceMode.THRESHOLD,
                        Per.STAY,
                        List.of(),
                        List.of(hours),
                        null,
                        Set.of(),
                        List.of(new Adjustment("RESIDENT", new BigDecimal("0.5"))),
                        new Rounding(new BigDecimal("0.01"), RoundingMode.HALF_UP),
                        null));
    }
}
