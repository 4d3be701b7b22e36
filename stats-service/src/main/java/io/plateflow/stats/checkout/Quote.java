package io.plateflow.stats.checkout;

import io.plateflow.contracts.Json;
import io.plateflow.stats.query.Refusals;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The quote that a person accepts.
 *
 * @param at for which instant it was asked
 */
public record Quote(Instant at) {
    /** For how long the amount shown may be accepted. */
    static final Duration VALID = Duration.ofMinutes(2);

    /** How far two clocks may differ. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    /** Reads {@code {"at": …}}; anything else is refused with 422. */
    static Quote parse(byte @Nullable [] body) {
        try {
            String at =
                    body == null ? "" : Json.MAPPER.readTree(body).path("at").asString("");
            // Cut to what the rows hold, so that the amount answered is the amount charged.
            return new Quote(OffsetDateTime.parse(at).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException | JacksonException e) {
            throw Refusals.invalid(List.of(new Refusals.Fault(
                    "at_malformed",
                    "at",
                    "at must be the quotedAt of the quote that was shown, RFC 3339 with offset")));
        }
    }

    boolean holdsAt(Instant now) {
        return !at.isAfter(now.plus(CLOCK_SKEW)) && !at.isBefore(now.minus(VALID));
    }
}
