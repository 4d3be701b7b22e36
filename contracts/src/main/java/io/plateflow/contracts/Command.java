package io.plateflow.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/** What a person asked of billing; it applies to whichever stay holds the capture. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StayCheckedOut.class, name = StayCheckedOut.TYPE),
    @JsonSubTypes.Type(value = StayResolved.class, name = StayResolved.TYPE),
    @JsonSubTypes.Type(value = ChargeVoidAsked.class, name = ChargeVoidAsked.TYPE),
    @JsonSubTypes.Type(value = ChargeDisputed.class, name = ChargeDisputed.TYPE),
    @JsonSubTypes.Type(value = DisputeResolved.class, name = DisputeResolved.TYPE),
    @JsonSubTypes.Type(value = ChargeSettled.class, name = ChargeSettled.TYPE)
})
public sealed interface Command
        permits StayCheckedOut, StayResolved, ChargeVoidAsked, ChargeDisputed, DisputeResolved, ChargeSettled {

    /** Repeats of one request are one. */
    UUID requestId();

    /** Of the stay; the record's key. */
    String zone();

    /** A capture of the stay. */
    UUID captureId();

    /** When it was decided; of a checkout, when the stay ends. */
    Instant at();

    /** User name. */
    String by();
}
