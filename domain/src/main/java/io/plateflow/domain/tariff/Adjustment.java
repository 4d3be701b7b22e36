package io.plateflow.domain.tariff;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What vehicles of a class pay.
 *
 * @param vehicleClass for example {@code RESIDENT}; capitals and small letters are alike
 * @param factor of the price that others pay; 0.5 is half
 */
public record Adjustment(String vehicleClass, BigDecimal factor) {

    /** @throws IllegalArgumentException when it names no class or the factor is negative */
    public Adjustment {
        if (vehicleClass.isBlank() || factor.signum() < 0) {
            throw new IllegalArgumentException("an adjustment names a class and a factor of zero or more");
        }
    }

    boolean appliesTo(@Nullable String other) {
        return other != null && key().equals(key(other));
    }

    /** Alike for classes that are alike. */
    String key() {
        return key(vehicleClass);
    }

    private static String key(String vehicleClass) {
        return vehicleClass.strip().toUpperCase(Locale.ROOT);
    }
}
