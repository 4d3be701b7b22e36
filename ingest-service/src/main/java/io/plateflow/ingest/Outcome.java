package io.plateflow.ingest;

import io.plateflow.contracts.Capture;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What became of a request. */
public sealed interface Outcome {

    /** All in-sync replicas have the capture. */
    record Accepted(UUID id, Capture.Priority priority) implements Outcome {}

    /** The same capture was accepted before, by this replica. */
    record Known(UUID id) implements Outcome {}

    /** The sender must change the request; every fault is listed, the gravest first. */
    record Refused(List<Fault> faults) implements Outcome {
        public Refused {
            faults = List.copyOf(faults);
        }

        public static Refused of(FaultCode code, String field, String detail) {
            return new Refused(List.of(new Fault(code, field, detail)));
        }
    }

    /** The key has sent too much; after {@code pause} the same request is taken. */
    record Limited(Duration pause) implements Outcome {}

    /**
     * There was nothing to keep.
     *
     * @param sender a few fixed words, like the next: both are tags of a counter
     * @param kind what it was instead
     */
    record Ignored(String sender, String kind) implements Outcome {}

    /** The sender may repeat the same request later. */
    record Unavailable(FaultCode code, String detail) implements Outcome {}
}
