package io.plateflow.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/** A charge is issued or voided, never edited. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChargeIssued.class, name = ChargeIssued.TYPE),
    @JsonSubTypes.Type(value = ChargeVoided.class, name = ChargeVoided.TYPE)
})
public sealed interface ChargeEvent permits ChargeIssued, ChargeVoided {

    /** chargeId: UUIDv5 of stay and revision. */
    UUID id();

    UUID stayId();

    /** When billing posted it; not part of equality. */
    Instant postedAt();
}
