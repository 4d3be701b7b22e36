package io.plateflow.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/** What a person asked of billing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = StayCheckedOut.class, name = StayCheckedOut.TYPE))
public sealed interface Command permits StayCheckedOut {

    /** Repeats of one request are one. */
    UUID requestId();

    String zone();
}
