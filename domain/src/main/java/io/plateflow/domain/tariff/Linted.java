package io.plateflow.domain.tariff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a draft.
 *
 * @param value what it is, as version 1; null when there are faults
 * @param faults all that keeps it from being that
 * @param warnings what is odd about it
 */
public record Linted<T>(@Nullable T value, List<Fault> faults, List<Warning> warnings) {

    /** @throws IllegalArgumentException when it has both a value and faults, or neither */
    public Linted {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
        if ((value == null) == faults.isEmpty()) {
            throw new IllegalArgumentException("a draft has faults or is something");
        }
    }
}
