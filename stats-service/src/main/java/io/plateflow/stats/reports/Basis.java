package io.plateflow.stats.reports;

import java.util.Locale;

/** By which time money counts. */
enum Basis {
    /** By the end of the stay: a charge that is voided later leaves the period it was of. */
    SERVICE,
    /** By the time of posting: what was posted stays, and what is voided later is in a later period. */
    POSTED;

    /** As it is asked for and answered. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
