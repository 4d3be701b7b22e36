package io.plateflow.stats.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2027-01-01",
        "2024-02, 2024-02-01, 2024-03-01",
        "2026-W01, 2025-12-29, 2026-01-05",
        "2026-03-02, 2026-03-02, 2026-03-03",
        "2026-03-02..2026-03-15, 2026-03-02, 2026-03-16",
    })
    void isWholeDays(String text, LocalDate from, LocalDate to) {
        assertThat(Period.parse(text)).hasValue(new Period(text, from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "last-month",
                "2026-13",
                "2026-W54",
                "2026-02-30",
                "2026-03-15..2026-03-02",
                "2025-01-01..2026-12-31"
            })
    void isNothingElse(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }
}
