package io.plateflow.client;

import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a busy or silent service is asked again: after 408, 429, 502, 503, 504 and broken connections.
 *
 * @param inAll from the first attempt; what the last one brought is the answer
 * @param pause between attempts where the service names none
 * @param longestPause what a {@code Retry-After}, in seconds or as a date, is cut to
 */
public record Retries(Duration inAll, Duration pause, Duration longestPause) {
    /** Two minutes; a second between attempts, half a minute at most. */
    public static final Retries DEFAULT =
            new Retries(Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofSeconds(30));

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

    public Retries {
        if (inAll.isNegative() || pause.isNegative() || longestPause.compareTo(pause) < 0) {
            throw new IllegalArgumentException("no negative times, and no pause above the longest");
        }
    }

    /** The same for {@code longer} in all: for whoever would rather wait than give up. */
    public Retries within(Duration longer) {
        return new Retries(longer, pause, longestPause);
    }

    RetryPolicy<HttpResponse<byte[]>> policy() {
        return RetryPolicy.<HttpResponse<byte[]>>builder()
                .handle(IOException.class)
                .handleResultIf(answer -> answer != null && PASSING.contains(answer.statusCode()))
                .withDelayFn(context -> pauseAfter(retryAfter(context.getLastResult()), Instant.now()))
                .withMaxDuration(inAll)
                .withMaxAttempts(-1)
                .build();
    }

    /** @param retryAfter as a service said; null when it said nothing or the connection broke */
    Duration pauseAfter(@Nullable String retryAfter, Instant now) {
        Duration asked = retryAfter == null ? pause : read(retryAfter.strip(), now);
        if (asked.compareTo(longestPause) > 0) {
            return longestPause;
        }
        return asked.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : asked;
    }

    private static @Nullable String retryAfter(@Nullable HttpResponse<byte[]> busy) {
        return busy == null ? null : busy.headers().firstValue("Retry-After").orElse(null);
    }

    /** RFC 9110, section 10.2.3; what is neither counts as nothing said. */
    private Duration read(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            return Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException neither) {
            return pause;
        }
    }
}
