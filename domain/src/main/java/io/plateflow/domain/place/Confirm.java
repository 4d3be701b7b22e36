package io.plateflow.domain.place;

/** Which readings of a zone bill only once a person has confirmed them. */
public enum Confirm {
    /** Those that are in doubt. */
    UNSURE,
    /** Every one. */
    ALL
}
