package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No tariff exists that could not price a stay. */
class TariffTest {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Step STEP = new Step(Duration.ZERO, null, HOUR, ONE);
    private static final Band MORNING = band("08:00", "12:00", null, List.of());

    @Test
    void isNamedByChargesWithItsVersion() {
        assertThat(Tariff.ORIGINAL.reference()).isEqualTo("original@1");
    }

    @Test
    void hasSoundSteps() {
        refused(() -> new Step(Duration.ofSeconds(-1), null, HOUR, ONE));
        refused(() -> new Step(HOUR, HOUR, HOUR, ONE));
        refused(() -> new Step(Duration.ZERO, null, Duration.ZERO, ONE));
        refused(() -> new Step(Duration.ZERO, null, Duration.ofMillis(1500), ONE));
        refused(() -> new Step(Duration.ZERO, null, HOUR, ONE.negate()));
        refused(() -> tariff(Per.STAY, List.of(), List.of(), null));
        refused(() -> tariff(Per.STAY, List.of(), List.of(STEP, STEP), null));
        refused(() -> tariff(Per.STAY, List.of(), List.of(new Step(HOUR, null, HOUR, ONE)), null));
    }

    @Test
    void hasSoundBands() {
        refused(() -> new Band(Set.of(), LocalTime.NOON, LocalTime.MIDNIGHT, false, null, List.of()));
        refused(() -> band("08:00", "12:00", ONE.negate(), List.of()));
        refused(() -> band("08:00", "12:00", null, List.of(STEP, STEP)));
        refused(() ->
                tariff(Per.DAY, List.of(MORNING, band("11:59:59", "13:00", null, List.of())), List.of(STEP), null));
        refused(() -> tariff(Per.DAY, List.of(band("08:00", "12:00", ONE, List.of())), List.of(STEP), null));
        refused(() -> tariff(Per.DAY, List.of(band("08:00", "12:00", null, List.of(STEP))), List.of(), null));
        refused(() -> tariff(Per.BAND, List.of(), List.of(STEP), null));
        refused(() -> tariff(Per.BAND, List.of(MORNING), List.of(), null));
        assertThat(tariff(Per.BAND, List.of(MORNING, band("12:00", "08:00", ONE, List.of(STEP))), List.of(STEP), ONE)
                        .bands())
                .hasSize(2);
    }

    @Test
    void hasSoundAmounts() {
        refused(() -> tariff(Per.STAY, List.of(), List.of(STEP), ONE.negate()));
        refused(() -> new Adjustment("TAXI", ONE.negate()));
        refused(() -> new Adjustment(" ", ONE));
        refused(() -> new Rounding(BigDecimal.ZERO, RoundingMode.UP));
        refused(() -> new Rounding(ONE, RoundingMode.UNNECESSARY));
        refused(() -> passage(null, List.of()));
        refused(() -> passage(ONE.negate(), List.of()));
        refused(() -> passage(ONE, List.of(new Adjustment("TAXI", ONE), new Adjustment("taxi", ONE))));
    }

    private static void refused(ThrowingCallable made) {
        assertThatIllegalArgumentException().isThrownBy(made);
    }

    private static Band band(String from, String to, @Nullable BigDecimal cap, List<Step> steps) {
        return new Band(EnumSet.allOf(DayOfWeek.class), LocalTime.parse(from), LocalTime.parse(to), false, cap, steps);
    }

    private static Tariff tariff(Per per, List<Band> bands, List<Step> steps, @Nullable BigDecimal cap) {
        return tariff(Tariff.Kind.TIME, per, bands, steps, cap, List.of(), null);
    }

    private static Tariff passage(@Nullable BigDecimal price, List<Adjustment> adjustments) {
        return tariff(Tariff.Kind.PASSAGE, Per.STAY, List.of(), List.of(), null, adjustments, price);
    }

    private static Tariff tariff(
            Tariff.Kind kind,
            Per per,
            List<Band> bands,
            List<Step> steps,
            @Nullable BigDecimal cap,
            List<Adjustment> adjustments,
            @Nullable BigDecimal price) {
        return new Tariff(
                "any",
                1,
                kind,
                Tariff.ORIGINAL.currency(),
                Tariff.ORIGINAL.timeZone(),
                null,
                Duration.ZERO,
                Tariff.GraceMode.THRESHOLD,
                per,
                bands,
                steps,
                cap,
                Set.of(),
                adjustments,
                Tariff.ORIGINAL.rounding(),
                price);
    }
}
