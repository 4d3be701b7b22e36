package io.plateflow.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/** How a capture ended. The first end in the partition wins; of several attempts, the highest. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlateRead.class, name = PlateRead.TYPE),
    @JsonSubTypes.Type(value = PlateUnreadable.class, name = PlateUnreadable.TYPE),
    @JsonSubTypes.Type(value = PlateRejected.class, name = PlateRejected.TYPE)
})
public sealed interface Reading permits PlateRead, PlateUnreadable, PlateRejected {

    UUID captureId();

    int attempt();

    /** When the end was decided. */
    Instant at();
}
