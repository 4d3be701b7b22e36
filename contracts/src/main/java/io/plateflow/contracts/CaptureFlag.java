package io.plateflow.contracts;

/** What is doubtful about a capture. */
public enum CaptureFlag {
    /** capturedAt is more than PT5M ahead of receivedAt: kept, not rated. */
    CLOCK_AHEAD(false),
    /** capturedAt is older than the ledger's retention (P90D): kept, not rated. */
    LATE(false),
    /** The time has no offset of its own: the site's time zone was assumed. */
    TIME_ZONE_ASSUMED(true),
    /** No time was given: receivedAt was taken. */
    TIME_ASSUMED(true),
    /** The circle of accuracyMeters crosses a zone's border: a person confirms it first. */
    PLACE_UNCERTAIN(false),
    /** The Idempotency-Key was used before with another body. */
    KEY_REUSED(true);

    private final boolean rated;

    CaptureFlag(boolean rated) {
        this.rated = rated;
    }

    /** Whether a capture with this flag bills without a person's word. */
    public boolean rated() {
        return rated;
    }
}
