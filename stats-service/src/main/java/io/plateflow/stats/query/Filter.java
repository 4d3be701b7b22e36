package io.plateflow.stats.query;

import io.plateflow.domain.place.Box;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for. Not every list knows every criterion: one that it does not know asks nothing.
 *
 * @param from inclusive
 * @param to exclusive
 * @param state one of the list's own
 * @param box where the photo was taken
 * @param minConfidence 0 to 1, inclusive
 * @param maxConfidence 0 to 1, exclusive
 * @param needsReview only what waits for a person
 * @param minAmount inclusive, in whatever currency
 * @param maxAmount inclusive, in whatever currency
 * @param limit items at most
 * @param after where the page before ended
 * @param counted whether the total is asked for
 */
record Filter(
        @Nullable PlateMatch plate,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String zone,
        @Nullable String state,
        @Nullable Box box,
        @Nullable String camera,
        @Nullable BigDecimal minConfidence,
        @Nullable BigDecimal maxConfidence,
        boolean needsReview,
        @Nullable BigDecimal minAmount,
        @Nullable BigDecimal maxAmount,
        int limit,
        @Nullable Cursor after,
        boolean counted) {
    /** Items of one page at most. */
    static final int MOST = 500;

    private static final int DEFAULT_LIMIT = 50;
    private static final int LONGEST_ZONE = 64;
    private static final int LONGEST_CAMERA = 200;

    /**
     * Reads query parameters; an empty one is as none.
     *
     * @param stateName what the list calls its state
     * @throws org.springframework.web.ErrorResponseException 422 that names every fault
     */
    static Filter of(Map<String, String> sent, String stateName, Set<String> states) {
        Parameters parameters = new Parameters(sent);
        Filter filter = new Filter(
                plate(parameters),
                parameters.instant("from"),
                parameters.instant("to"),
                parameters.text("zone", LONGEST_ZONE),
                parameters.oneOf(stateName, states),
                parameters.box("bbox"),
                parameters.text("camera", LONGEST_CAMERA),
                parameters.decimal("minConfidence"),
                parameters.decimal("maxConfidence"),
                parameters.yes("needsReview"),
                parameters.decimal("minAmount"),
                parameters.decimal("maxAmount"),
                parameters.whole("limit", 1, MOST, DEFAULT_LIMIT),
                parameters.cursor(),
                parameters.yes("total"));
        parameters.refuseFaults();
        return filter;
    }

    /** The same question, for as many as one page holds, from where the page before ended. */
    Filter next(@Nullable Cursor cursor) {
        return new Filter(
                plate,
                from,
                to,
                zone,
                state,
                box,
                camera,
                minConfidence,
                maxConfidence,
                needsReview,
                minAmount,
                maxAmount,
                MOST,
                cursor,
                false);
    }

    private static @Nullable PlateMatch plate(Parameters parameters) {
        String word = parameters.text("match");
        PlateMatch.Kind kind = PlateMatch.Kind.parse(word == null ? "exact" : word)
                .orElseGet(() -> {
                    parameters.fault("match_unknown", "match", "match is one of " + PlateMatch.words());
                    return PlateMatch.Kind.EXACT;
                });
        String written = parameters.text("plate");
        if (written == null) {
            return null;
        }
        PlateMatch match = PlateMatch.of(kind, written);
        match.fault().ifPresent(parameters::fault);
        return match;
    }
}
