package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.plateflow.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Worked prices, a row each: every rule, and every border of it. */
class RatingTest {
    private static final Map<String, Tariff> TARIFFS = TariffFile.own();
    private static final Instant MONDAY_TEN = Instant.parse("2026-03-02T13:00:00Z");

    @ParameterizedTest(name = "{0}: {9}")
    @CsvFileSource(resources = "/tariff/rating.csv", numLinesToSkip = 1)
    void pricesAsWorkedOutByHand(
            String tariff,
            OffsetDateTime entry,
            @Nullable OffsetDateTime exit,
            @Nullable String vehicleClass,
            @Nullable Boolean exempt,
            String currency,
            String amount,
            long billedSeconds,
            @Nullable String lines,
            String note) {
        Price price = Objects.requireNonNull(TARIFFS.get(tariff), tariff)
                .price(
                        entry.toInstant(),
                        exit == null ? null : exit.toInstant(),
                        vehicleClass,
                        Boolean.TRUE.equals(exempt));

        assertThat(trace(price)).as(note).isEqualTo(Objects.requireNonNullElse(lines, ""));
        assertThat(price.amount()).as(note).isEqualTo(Money.of(amount, currency));
        assertThat(price.billedSeconds()).as(note).isEqualTo(billedSeconds);
    }

    @Test
    void tellsTheTimeFromEntryToExitWhetherBilledOrNot() {
        assertThat(price("street", "PT10H", null, false).elapsedSeconds()).isEqualTo(36_000);
        assertThat(price("street", "PT0.001S", null, false).elapsedSeconds()).isEqualTo(1);
        assertThat(price("garage", "PT5M", null, false).elapsedSeconds()).isEqualTo(300);
        assertThat(price("garage", "PT2H", null, true).elapsedSeconds()).isEqualTo(7_200);
        assertThat(price("garage", "PT-2H", null, false).elapsedSeconds()).isZero();
        assertThat(price("gantry", "PT2H", null, false).elapsedSeconds()).isZero();
    }

    @Test
    void ratesASingleSightingAsOneSecondWithoutGrace() {
        Price garage = tariff("garage").priceOfSingleSighting(MONDAY_TEN, null, false);

        assertThat(trace(garage)).isEqualTo("1 x 2400.00");
        assertThat(garage.elapsedSeconds()).isEqualTo(1);
        assertThat(garage.billedSeconds()).isEqualTo(1);
        assertThat(trace(tariff("deducted").priceOfSingleSighting(MONDAY_TEN, null, false)))
                .isEqualTo("1 x 100.00");
        assertThat(trace(tariff("resident").priceOfSingleSighting(MONDAY_TEN.plusSeconds(10_800), "RESIDENT", false)))
                .isEqualTo("1 x 1500.00 + adjustment -750.00");
        assertThat(trace(tariff("street").priceOfSingleSighting(MONDAY_TEN.minusSeconds(10_800), null, false)))
                .as("before opening")
                .isEmpty();
        assertThat(trace(tariff("garage").priceOfSingleSighting(MONDAY_TEN, null, true)))
                .as("exempt")
                .isEmpty();
        assertThat(trace(tariff("gantry").priceOfSingleSighting(MONDAY_TEN, null, false)))
                .isEqualTo("1 x 1500.00");
    }

    @Test
    void pricesNoTimeWithoutAnEnd() {
        assertThatNullPointerException().isThrownBy(() -> tariff("garage").price(MONDAY_TEN, null, null, false));
    }

    /** In Newfoundland clocks went back from 00:01 to 23:01 until 2011: a day began twice. */
    @Test
    void endsTheDayOnceWhereItBeginsTwice() {
        TariffDraft draft = TariffFile.JSON.readValue(
                "{'id':'n','kind':'TIME','currency':'CAD','timeZone':'America/St_Johns','per':'DAY','steps':[{'from':'PT0S','increment':'PT1H','price':'1'}]}"
                        .replace('\'', '"'),
                TariffDraft.class);
        Instant entry = OffsetDateTime.parse("2010-11-06T22:00:00-02:30").toInstant();
        Instant exit = OffsetDateTime.parse("2010-11-07T02:00:00-03:30").toInstant();

        assertThat(trace(TariffFile.accepted(draft).price(entry, exit))).isEqualTo("2 x 1.00 + 3 x 1.00");
    }

    @Test
    void isReadBackAsItWasWritten() {
        assertThat(TARIFFS)
                .isNotEmpty()
                .allSatisfy((id, tariff) -> assertThat(
                                TariffFile.JSON.readValue(TariffFile.JSON.writeValueAsString(tariff), Tariff.class))
                        .isEqualTo(tariff));
    }

    static String trace(Price price) {
        return price.lines().stream()
                .map(l -> (l.band() == null ? "" : l.band() + " ")
                        + (l.price() == null
                                ? l.kind().name().toLowerCase(Locale.ROOT) + " " + plain(l.amount())
                                : l.units() + " x " + plain(l.price())))
                .collect(Collectors.joining(" + "));
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    private static Price price(String id, String elapsed, @Nullable String vehicleClass, boolean exempt) {
        return tariff(id).price(MONDAY_TEN, MONDAY_TEN.plus(Duration.parse(elapsed)), vehicleClass, exempt);
    }

    private static Tariff tariff(String id) {
        return Objects.requireNonNull(TARIFFS.get(id), id);
    }
}
