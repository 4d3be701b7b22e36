package io.plateflow.domain.tariff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Where steps and cap start anew: the period. */
public enum Per {
    /** Never: a stay is one period. */
    STAY,
    /** At the start of each local day. */
    DAY,
    /** Each time a band begins. */
    BAND,
    /** Each 24 hours after the entry. */
    ROLLING_24H;

    /** The end of the period that holds {@code at}, always after it. */
    Instant end(Instant at, Instant entry, ZoneId zone) {
        return switch (this) {
            case STAY, BAND -> Instant.MAX;
            case ROLLING_24H -> entry.plus(ChronoUnit.DAYS.between(entry, at) + 1, ChronoUnit.DAYS);
            case DAY -> nextDay(at, zone);
        };
    }

    /** A clock put back past midnight reads a day that has ended already: the next one that begins is meant. */
    private static Instant nextDay(Instant at, ZoneId zone) {
        LocalDate date = at.atZone(zone).toLocalDate();
        Instant start;
        do {
            date = date.plusDays(1);
            start = date.atStartOfDay(zone).toInstant();
        } while (!start.isAfter(at));
        return start;
    }
}
