package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a stay that lasts costs more, and how much. */
class RiseTest {
    private static final Map<String, Tariff> TARIFFS = TariffFile.own();
    /** In Buenos Aires a Monday at 10:00. */
    private static final Instant ENTRY = Instant.parse("2026-03-02T13:00:00Z");

    @ParameterizedTest(name = "{0} after {1}: {3} from {2} on")
    @CsvSource({
        "garage, PT2H17M, PT2H20M, 5800.00",
        "garage, PT2H20M, PT2H20M, 5800.00",
        "garage, PT2H20M0.000001S, PT2H25M, 6000.00",
        "garage, PT1M, PT5M, 2400.00",
        "garage, PT6M, PT1H, 2600.00",
        "garage, PT20H, PT24H, 14400.00",
        "original, PT0S, PT0S, 500.00",
        "original, PT59M59.5S, PT1H, 1000.00",
        "street, PT6H30M, PT22H, 4195.00",
        "stay, PT10H, , ",
        "ending, PT5H, , ",
    })
    void risesWhereTheNextUnitBegins(
            String tariff, Duration elapsed, @Nullable Duration until, @Nullable String amount) {
        assertThat(next(Objects.requireNonNull(TARIFFS.get(tariff)), ENTRY, elapsed))
                .isEqualTo(Optional.ofNullable(until)
                        .map(time -> new Rise(ENTRY.plus(time), Money.of(Objects.requireNonNull(amount), "ARS"))));
    }

    @Property(tries = 300)
    void costsTheSameUpToTheRiseAndTheNewAmountRightAfterIt(
            @ForAll("any") Tariff tariff, @ForAll("entries") Instant entry, @ForAll("elapsed") Duration elapsed) {
        Money now = tariff.price(entry, entry.plus(elapsed)).amount();
        next(tariff, entry, elapsed).ifPresent(rise -> {
            assertThat(tariff.price(entry, rise.at()).amount()).isEqualTo(now);
            assertThat(tariff.price(entry, rise.at().plusNanos(1000)).amount())
                    .isEqualTo(rise.amount())
                    .isNotEqualTo(now);
        });
    }

    private static Optional<Rise> next(Tariff tariff, Instant entry, Duration elapsed) {
        return Rise.after(entry.plus(elapsed), Duration.ofDays(7), exit -> tariff.price(entry, exit));
    }

    @Provide
    Arbitrary<Tariff> any() {
        return AnyTariff.any();
    }

    @Provide
    Arbitrary<Instant> entries() {
        return AnyTariff.entry();
    }

    @Provide
    Arbitrary<Duration> elapsed() {
        return AnyTariff.elapsed();
    }
}
