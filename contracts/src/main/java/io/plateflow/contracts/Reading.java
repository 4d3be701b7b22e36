package io.plateflow.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/**
 * How a capture ended, or what a person said of it afterwards. The first end in the partition wins; of several attempts,
 * the highest; a correction stands above every end, of several the highest {@code n}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlateRead.class, name = PlateRead.TYPE),
    @JsonSubTypes.Type(value = PlateUnreadable.class, name = PlateUnreadable.TYPE),
    @JsonSubTypes.Type(value = PlateRejected.class, name = PlateRejected.TYPE),
    @JsonSubTypes.Type(value = PlateCorrected.class, name = PlateCorrected.TYPE)
})
public sealed interface Reading permits PlateRead, PlateUnreadable, PlateRejected, PlateCorrected {

    UUID captureId();

    int attempt();

    /** When it was decided. */
    Instant at();
}
