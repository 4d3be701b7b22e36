package io.plateflow.domain.tariff;

import java.util.List;

/** What became of a draft. */
public sealed interface Checked {

    /** It is a tariff. */
    record Accepted(Tariff tariff, List<Warning> warnings) implements Checked {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** It is none; every fault is listed, in the order of the fields. */
    record Refused(List<Fault> faults) implements Checked {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
