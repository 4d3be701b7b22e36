package io.plateflow.stats.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The steps of a series, in local time: a day may have 23 or 25 hours. */
enum Bucket {
    HOUR,
    DAY,
    /** From Monday, as ISO 8601 has it. */
    WEEK,
    MONTH;

    /** When the step that holds {@code at} begins. */
    ZonedDateTime begin(ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        return switch (this) {
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day.atStartOfDay(at.getZone());
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(at.getZone());
            case MONTH -> day.withDayOfMonth(1).atStartOfDay(at.getZone());
        };
    }

    /** When the step after the one that begins at {@code begin} begins. */
    ZonedDateTime next(ZonedDateTime begin) {
        LocalDate day = begin.toLocalDate();
        return switch (this) {
            case HOUR -> begin.plusHours(1);
            case DAY -> day.plusDays(1).atStartOfDay(begin.getZone());
            case WEEK -> day.plusWeeks(1).atStartOfDay(begin.getZone());
            case MONTH -> day.plusMonths(1).atStartOfDay(begin.getZone());
        };
    }
}
