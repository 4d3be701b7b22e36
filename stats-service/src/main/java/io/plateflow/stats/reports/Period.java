package io.plateflow.stats.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole days of the site.
 *
 * @param name as it is asked for: {@code 2026}, {@code 2026-03}, {@code 2026-W10}, {@code 2026-03-02}, or two days joined
 *     by two dots
 * @param from inclusive
 * @param to exclusive
 */
record Period(String name, LocalDate from, LocalDate to) {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})|(\\d{4}-\\d\\d)|(\\d{4}-W\\d\\d)|(\\d{4}-\\d\\d-\\d\\d)(?:\\.\\.(\\d{4}-\\d\\d-\\d\\d))?");
    private static final long MOST_DAYS = 366;

    /** Empty when {@code text} is none, or longer than a year. */
    static Optional<Period> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(text, form)).filter(Period::isSensible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Period of(YearMonth month) {
        return new Period(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** The month that it is the whole of, however it was asked for. */
    Optional<YearMonth> month() {
        YearMonth month = YearMonth.from(from);
        return from.getDayOfMonth() == 1 && to.equals(month.plusMonths(1).atDay(1))
                ? Optional.of(month)
                : Optional.empty();
    }

    private static Period of(String text, Matcher form) {
        if (form.group(1) != null) {
            Year year = Year.parse(text);
            return new Period(text, year.atDay(1), year.plusYears(1).atDay(1));
        }
        if (form.group(2) != null) {
            return of(YearMonth.parse(text));
        }
        if (form.group(3) != null) {
            LocalDate monday = LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            return new Period(text, monday, monday.plusWeeks(1));
        }
        LocalDate first = LocalDate.parse(form.group(4));
        LocalDate last = form.group(5) == null ? first : LocalDate.parse(form.group(5));
        return new Period(text, first, last.plusDays(1));
    }

    private boolean isSensible() {
        return from.isBefore(to) && !from.plusDays(MOST_DAYS).isBefore(to);
    }
}
