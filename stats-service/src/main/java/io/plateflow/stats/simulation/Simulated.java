package io.plateflow.stats.simulation;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Warning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What recorded stays would have cost.
 *
 * @param stays how many were priced
 * @param changed those of them that would have cost something else
 * @param actual what was charged, by currency
 * @param draft what the draft would have charged
 * @param difference draft less actual; null when anything was charged in another currency
 * @param days by the local day on which stays ended
 * @param most the stays that change most, the most first
 * @param warnings what is odd about the draft
 */
record Simulated(
        String zone,
        Instant from,
        Instant to,
        long stays,
        long changed,
        List<Money> actual,
        Money draft,
        @Nullable Money difference,
        List<Day> days,
        List<Change> most,
        List<Warning> warnings) {

    /** One day. */
    record Day(LocalDate date, long stays, List<Money> actual, Money draft) {}

    /**
     * One stay.
     *
     * @param actual what was charged; null: nothing
     * @param difference draft less actual; null when that was in another currency
     */
    record Change(
            UUID stayId,
            Plate plate,
            Instant from,
            Instant to,
            @Nullable String vehicleClass,
            boolean exempt,
            @Nullable Money actual,
            Money draft,
            @Nullable Money difference) {}
}
