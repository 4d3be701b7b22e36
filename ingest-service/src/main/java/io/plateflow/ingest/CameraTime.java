package io.plateflow.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the clock of a camera said when it took a picture. Exactly one of {@code instant} and {@code local} is there.
 *
 * @param asSent part of the capture's id where the camera gives its events none
 * @param local of a clock that says nothing of its offset
 */
public record CameraTime(
        String asSent, @Nullable Instant instant, @Nullable LocalDateTime local) {
    /** ISO 8601 with T or a blank, with or without a fraction and an offset: what the makers' documents show. */
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    public CameraTime {
        if ((instant == null) == (local == null)) {
            throw new IllegalArgumentException("a clock has an offset or it has none");
        }
    }

    /** Empty when {@code written} is no time. */
    public static Optional<CameraTime> of(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        String sent = written.strip();
        try {
            TemporalAccessor time = WRITTEN.parseBest(sent, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime offset
                            ? new CameraTime(sent, offset.toInstant(), null)
                            : new CameraTime(sent, null, LocalDateTime.from(time)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty when it is 0 or less: a clock that was never set. */
    public static Optional<CameraTime> ofEpochMillis(long millis) {
        return millis <= 0
                ? Optional.empty()
                : Optional.of(new CameraTime(Long.toString(millis), Instant.ofEpochMilli(millis), null));
    }

    Instant in(ZoneId zone) {
        return local != null ? local.atZone(zone).toInstant() : Objects.requireNonNull(instant);
    }
}
