package io.plateflow.domain.stay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;

/** The words of one fact, read one by one; times are of Monday 2 March 2026, or of a day counted from it, in Buenos Aires. */
final class Words {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final ZoneOffset HERE = ZoneOffset.ofHours(-3);
    private final Deque<String> words;

    Words(String fact) {
        words = new ArrayDeque<>(Arrays.asList(fact.trim().split(" +")));
    }

    boolean areLeft() {
        return !words.isEmpty();
    }

    boolean nextIs(String pattern) {
        return !words.isEmpty() && words.peek().matches(pattern);
    }

    String next() {
        return Objects.requireNonNull(words.poll(), "a word is missing");
    }

    Instant time() {
        int day = nextIs("d\\d+") ? Integer.parseInt(next().substring(1)) : 1;
        return MONDAY.plusDays(day - 1).atTime(LocalTime.parse(next())).toInstant(HERE);
    }

    /** What comes after {@code word}. */
    Instant time(String word) {
        if (!next().equals(word)) {
            throw new IllegalArgumentException("'" + word + "' is missing");
        }
        return time();
    }

    /** For example 90s, 5m, 2h, 30d. */
    Duration duration() {
        String word = next();
        return Duration.parse((word.endsWith("d") ? "P" : "PT") + word);
    }

    /** As {@link #time} reads it. */
    static String told(Instant time) {
        LocalTime clock = time.atOffset(HERE).toLocalTime();
        long day = ChronoUnit.DAYS.between(MONDAY, time.atOffset(HERE).toLocalDate()) + 1;
        return (day == 1 ? "" : "d" + day + " ") + clock;
    }
}
