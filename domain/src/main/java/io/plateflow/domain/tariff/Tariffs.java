package io.plateflow.domain.tariff;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which version of a tariff prices a stay. */
public final class Tariffs {

    private Tariffs() {}

    /** The highest of one tariff's {@code versions} that is valid at {@code opening}; version 1 always is. */
    public static Optional<Tariff> inForce(Collection<Tariff> versions, Instant opening) {
        return versions.stream()
                .filter(t -> t.version() == 1
                        || t.validFrom() == null
                        || !t.validFrom().isAfter(opening))
                .max(Comparator.comparingInt(Tariff::version));
    }
}
