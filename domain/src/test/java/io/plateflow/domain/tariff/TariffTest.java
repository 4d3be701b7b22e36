package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price of the first program: {@code ceil(hours) × 500}. */
class TariffTest {
    private static final Instant ENTRY = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest(name = "{0}: {1} costs {2}")
    @CsvSource({
        "no time at all is free, PT0S, 0.00",
        "an end before the start is free, PT-1H, 0.00",
        "the first nanosecond starts an hour, PT0.000000001S, 500.00",
        "a second starts an hour, PT1S, 500.00",
        "a whole hour is one hour, PT1H, 500.00",
        "a nanosecond past the hour starts the second, PT1H0.000000001S, 1000.00",
        "two hours ten are three started hours, PT2H10M, 1500.00",
        "three hours are three, PT3H, 1500.00",
        "ninety days are 2160 hours, PT2160H, 1080000.00"
    })
    void chargesByTheStartedHour(String rule, Duration elapsed, String amount) {
        Price price = Tariff.ORIGINAL.price(ENTRY, ENTRY.plus(elapsed));

        assertThat(price.amount()).as(rule).isEqualTo(Money.of(amount, "ARS"));
    }
}
