package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.money.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Prices that others worked out; skipped where there are none. */
class SharedRatingTest {
    private static final String CASES = "../../shared/billing-cases";

    /** Read once, when the first row is priced. */
    private static final class Tariffs {
        static final Map<String, Tariff> BY_ID = TariffFile.at(Path.of(CASES, "tariffs.json"));
    }

    @ParameterizedTest(name = "{0}: {6}")
    @EnabledIf("areThere")
    @CsvFileSource(files = CASES + "/rating.csv", numLinesToSkip = 1)
    void pricesAsOthersWorkedOut(
            String tariff,
            OffsetDateTime entry,
            @Nullable OffsetDateTime exit,
            @Nullable String vehicleClass,
            String currency,
            String amount,
            String note) {
        Price price = Objects.requireNonNull(Tariffs.BY_ID.get(tariff), tariff)
                .price(entry.toInstant(), exit == null ? null : exit.toInstant(), vehicleClass, false);

        assertThat(price.amount()).as(note).isEqualTo(Money.of(amount, currency));
    }

    static boolean areThere() {
        return Files.isReadable(Path.of(CASES, "rating.csv"));
    }
}
