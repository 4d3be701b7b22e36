package io.plateflow.contracts;

import io.plateflow.domain.tariff.Tariff;
import java.time.Instant;

/**
 * A version of a tariff, once published never changed.
 *
 * @param publishedAt when; a later version than the first that names no {@code validFrom} is valid from then on
 * @param tariff the version
 */
public record TariffVersion(Instant publishedAt, Tariff tariff) {

    public TariffVersion {
        if (tariff.version() > 1 && tariff.validFrom() == null) {
            tariff = tariff.as(tariff.version(), publishedAt);
        }
    }
}
