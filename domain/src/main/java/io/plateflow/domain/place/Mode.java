package io.plateflow.domain.place;

import java.time.Duration;

/** What begins and ends a stay in a zone. */
public enum Mode {
    /** Where no zone is configured: the first sighting opens, only a checkout or an EXIT closes. */
    AUTOMATIC(Duration.ofDays(7)),
    /** Behind a barrier: ENTRY opens, EXIT closes. */
    GATED(Duration.ofHours(24)),
    /** Wardens, street parking: the first sighting opens; a checkout, an EXIT or silence closes. */
    SIGHTINGS(Duration.ofMinutes(60)),
    /** A gantry or toll: each pass is a stay of no length. */
    PASSAGE(Duration.ofHours(24));

    private final Duration closesAfter;

    Mode(Duration closesAfter) {
        this.closesAfter = closesAfter;
    }

    /** The silence that ends a stay, or makes it doubtful, unless its zone says otherwise. */
    public Duration closesAfter() {
        return closesAfter;
    }
}
