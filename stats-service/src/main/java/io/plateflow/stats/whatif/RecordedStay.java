package io.plateflow.stats.whatif;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Price;
import io.plateflow.domain.tariff.Tariff;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay that ended and for which something is due.
 *
 * @param tariff {@code id@version}; the id alone while no version of it was known
 * @param vehicleClass that applied; null: none
 * @param exempt whether the vehicle paid nothing
 * @param wasSeenOnce whether silence closed it after a single sighting
 * @param charged the charge in force; null: none
 * @param chargedBy {@code id@version} of that charge
 * @param settled whether anything was paid for it
 */
public record RecordedStay(
        UUID id,
        String zone,
        Plate plate,
        Instant from,
        Instant to,
        String tariff,
        @Nullable String vehicleClass,
        boolean exempt,
        boolean wasSeenOnce,
        @Nullable Money charged,
        @Nullable String chargedBy,
        boolean settled) {

    /** What it costs by {@code other} for the vehicle as recorded. */
    public Price by(Tariff other) {
        return by(other, vehicleClass, exempt);
    }

    /** What it costs by {@code other}; as billing prices it. */
    Price by(Tariff other, @Nullable String otherClass, boolean otherExempt) {
        return wasSeenOnce
                ? other.priceOfSingleSighting(from, otherClass, otherExempt)
                : other.price(from, to, otherClass, otherExempt);
    }

    /** Without the version. */
    String tariffId() {
        int at = tariff.lastIndexOf('@');
        return at < 0 ? tariff : tariff.substring(0, at);
    }
}
