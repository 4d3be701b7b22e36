package io.plateflow.stats.query;

/**
 * A table that lists come from. Only names written here go into SQL; what callers send goes as parameters.
 *
 * @param table its name
 * @param time column that orders the list, newest first
 * @param inState SQL that holds for the state asked for; it may use {@code :state}
 * @param hasPhotos whether it knows box, camera, confidence and review
 * @param hasAmount whether it knows amounts
 */
record ListOf(String table, String time, String inState, boolean hasPhotos, boolean hasAmount) {
    static final ListOf CAPTURES = new ListOf("capture", "captured_at", "status = :state", true, false);

    /** What billing dropped is no work for anyone, whatever its state was. */
    static final ListOf STAYS = new ListOf(
            "stay",
            "from_at",
            "state = :state AND (:state NOT IN ('OPEN', 'NEEDS_REVIEW') OR ledger_closed_at IS NULL)",
            false,
            false);

    static final ListOf CHARGES =
            new ListOf("charge", "posted_at", "(voided_at IS NULL) = (:state = 'ISSUED')", false, true);
}
