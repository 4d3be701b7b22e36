package io.plateflow.domain.stay;

/** What a stay's flags say beyond those of its captures. */
public enum StayFlag {
    /** Open in an automatic zone, and not seen for seven days. */
    STALE,
    /** Came in, and was seen to leave neither before its next ENTRY nor before it fell silent. */
    MISSING_EXIT,
    /** Left, and was never seen to come in: no amount. */
    MISSING_ENTRY,
    /** Left under a plate that two or more open stays could bear: no amount. */
    AMBIGUOUS_EXIT,
    /** Left under a look-alike of its plate, the only stay that could bear it. */
    CONFUSABLE,
    /** Seen once, then silence: rated as one second, without grace. */
    SINGLE_SIGHTING,
    /** A person said when it left. */
    DECLARED_EXIT,
    /** A person said when it came in. */
    DECLARED_ENTRY,
    /** A person said that captures of it belong together. */
    JOINED,
    /** A person contests its charge; on the stay only, the charge stays in force unchanged. */
    DISPUTED,
    /** A person voided its charge. */
    VOIDED,
    /** No version of its tariff is known yet, so nothing is charged yet. */
    NO_TARIFF
}
