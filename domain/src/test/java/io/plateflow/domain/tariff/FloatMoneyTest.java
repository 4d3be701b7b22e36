package io.plateflow.domain.tariff;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.money.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Planted: prices that are added up in floating point. The worked prices must tell, even once the sum is shown in cents. */
class FloatMoneyTest {
    private static final Map<String, Tariff> TARIFFS = TariffFile.own();

    @Test
    void theWorkedPricesTellExactMoneyFromFloatingPoint() throws IOException {
        List<Row> rows = rows();

        assertThat(rows).isNotEmpty().allMatch(row -> row.isAmount(row.exact().amount()));
        assertThat(rows).filteredOn(row -> !row.isAmount(row.floating())).isNotEmpty();
    }

    private record Row(
            Tariff tariff,
            Instant entry,
            @Nullable Instant exit,
            @Nullable String vehicleClass,
            boolean exempt,
            Money amount) {

        static Row of(String line) {
            String[] fields = line.split(",", 8);
            return new Row(
                    requireNonNull(TARIFFS.get(fields[0]), fields[0]),
                    OffsetDateTime.parse(fields[1]).toInstant(),
                    fields[2].isEmpty() ? null : OffsetDateTime.parse(fields[2]).toInstant(),
                    fields[3].isEmpty() ? null : fields[3],
                    Boolean.parseBoolean(fields[4]),
                    Money.of(fields[6], fields[5]));
        }

        boolean isAmount(Money other) {
            return amount.equals(other);
        }

        Price exact() {
            return tariff.price(entry, exit, vehicleClass, exempt);
        }

        /** The same lines, in the same order. */
        Money floating() {
            double total = 0;
            for (PriceLine line : exact().lines()) {
                total += switch (line.kind()) {
                    case STEP ->
                        requireNonNull(line.units())
                                * requireNonNull(line.price()).amount().doubleValue();
                    case CAP -> line.amount().amount().doubleValue();
                    case ADJUSTMENT -> total * factor() - total;
                    case ROUNDING -> 0;
                };
            }
            double unit = tariff.rounding().unit().doubleValue();
            double units = total / unit;
            double rounded = unit
                    * switch (tariff.rounding().mode()) {
                        case UP, CEILING -> Math.ceil(units);
                        case DOWN, FLOOR -> Math.floor(units);
                        case HALF_EVEN -> Math.rint(units);
                        default -> Math.floor(units + 0.5);
                    };
            int digits = tariff.currency().getDefaultFractionDigits();
            return new Money(BigDecimal.valueOf(rounded).setScale(digits, RoundingMode.HALF_UP), tariff.currency());
        }

        private double factor() {
            return tariff.adjustments().stream()
                    .filter(a -> a.appliesTo(vehicleClass))
                    .mapToDouble(a -> a.factor().doubleValue())
                    .reduce(1, (a, b) -> a * b);
        }
    }

    private static List<Row> rows() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                requireNonNull(FloatMoneyTest.class.getResourceAsStream("/tariff/rating.csv")),
                StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(Row::of).toList();
        }
    }
}
