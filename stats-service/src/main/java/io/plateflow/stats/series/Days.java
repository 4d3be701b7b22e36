package io.plateflow.stats.series;

import io.plateflow.stats.query.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A period as parameters {@code from} and {@code to} give it, however long; without them 30 days, today the last.
 *
 * @param to exclusive
 */
record Days(Instant from, Instant to) {
    private static final int USUAL = 30;

    /** @param site whose days they are */
    static Days of(Parameters parameters, ZoneId site) {
        Instant to = parameters.instant("to");
        Instant from = parameters.instant("from");
        Instant end =
                to == null ? LocalDate.now(site).plusDays(1).atStartOfDay(site).toInstant() : to;
        return new Days(from == null ? end.atZone(site).minusDays(USUAL).toInstant() : from, end);
    }
}
