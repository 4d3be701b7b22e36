package io.plateflow.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The formula of the first program, for any length of stay. */
class TariffPropertyTest {
    private static final Instant ENTRY = Instant.parse("2026-03-02T10:00:00Z");

    @Property
    void chargesTheCeilingOfTheHoursTimesFiveHundred(@ForAll @LongRange(min = 1, max = 7_776_000) long seconds) {
        Price price = Tariff.ORIGINAL.price(ENTRY, ENTRY.plusSeconds(seconds));

        assertThat(price.amount().amount()).isEqualByComparingTo(String.valueOf((seconds + 3599) / 3600 * 500));
        assertThat(price.lines()).singleElement().satisfies(line -> {
            assertThat(line.units()).isEqualTo((seconds + 3599) / 3600);
            assertThat(line.amount()).isEqualTo(price.amount());
        });
    }
}
