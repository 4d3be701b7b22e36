package io.plateflow.stats.reports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the rows of a report are. */
enum By {
    ZONE("zone", "zone"),
    DAY("", "settled_day"),
    TARIFF("tariff", null);

    /** Of charges and stays; a day is worked out from their times. */
    final String ofCharges;

    /** Of payments; null where these have none. */
    final @Nullable String ofPayments;

    By(String ofCharges, @Nullable String ofPayments) {
        this.ofCharges = ofCharges;
        this.ofPayments = ofPayments;
    }

    /** As it is asked for and answered. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
