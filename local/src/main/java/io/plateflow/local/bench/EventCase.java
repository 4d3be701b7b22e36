package io.plateflow.local.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that happens in a zone, and what must become of it.
 *
 * @param name in a sentence
 * @param rules of the zone
 * @param tariff of the zone, a name of {@link BenchTariffs}
 * @param story what happens
 * @param expected as {@link Outcome} words it
 */
record EventCase(String name, Rules rules, String tariff, Story story, String expected) {

    /** Whether charges that were voided on the way matter: what arrives late may void more or fewer, by its moment. */
    boolean tellsHistory() {
        return expected.contains(Outcome.VOIDED);
    }

    /** What kind of zone it happens in. */
    enum Rules {
        GATED(Duration.ofHours(24)),
        SIGHTINGS(Duration.ofMinutes(60)),
        /** No zone is configured there. */
        AUTOMATIC(Duration.ZERO);

        final Duration closesAfter;

        Rules(Duration closesAfter) {
            this.closesAfter = closesAfter;
        }
    }

    /** Plays on {@code stage}; times are relative to {@code now}. */
    interface Story {
        void play(Stage stage, Instant now);
    }
}
