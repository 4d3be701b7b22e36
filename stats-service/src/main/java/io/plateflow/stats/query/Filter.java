package io.plateflow.stats.query;

import io.plateflow.domain.plate.Plate;
import io.plateflow.stats.query.Refusals.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for.
 *
 * @param plate in normal form
 * @param prefix whether {@code plate} is only how plates begin
 * @param from inclusive
 * @param to exclusive
 * @param state one of the list's own
 * @param limit items at most
 * @param after where the page before ended
 */
record Filter(
        @Nullable String plate,
        boolean prefix,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String zone,
        @Nullable String state,
        int limit,
        @Nullable Cursor after) {
    private static final int MOST = 500;
    private static final String DEFAULT_LIMIT = "50";
    private static final int LONGEST_ZONE = 64;
    private static final int LONGEST_PLATE = 16;

    /**
     * Reads query parameters; an empty one is as none.
     *
     * @param stateName what the list calls its state
     * @throws org.springframework.web.ErrorResponseException 422 that names every fault
     */
    static Filter of(Map<String, String> parameters, String stateName, Set<String> states) {
        List<Fault> faults = new ArrayList<>();
        String match = parameters.getOrDefault("match", "exact");
        if (!Set.of("exact", "prefix").contains(match)) {
            faults.add(new Fault("match_unknown", "match", "match is exact or prefix"));
        }
        String state = text(parameters, stateName);
        if (state != null && !states.contains(state)) {
            faults.add(new Fault(stateName + "_unknown", stateName, stateName + " is one of " + states));
        }
        String zone = text(parameters, "zone");
        if (zone != null && zone.length() > LONGEST_ZONE) {
            faults.add(new Fault("zone_too_long", "zone", "a zone has at most 64 characters"));
        }
        Filter filter = new Filter(
                plate(parameters, faults),
                match.equals("prefix"),
                instant(parameters, "from", faults),
                instant(parameters, "to", faults),
                zone,
                state,
                limit(parameters.getOrDefault("limit", DEFAULT_LIMIT), faults),
                cursor(parameters, faults));
        if (!faults.isEmpty()) {
            throw Refusals.invalid(faults);
        }
        return filter;
    }

    private static @Nullable String text(Map<String, String> parameters, String name) {
        String text = parameters.get(name);
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable String plate(Map<String, String> parameters, List<Fault> faults) {
        String written = text(parameters, "plate");
        if (written == null) {
            return null;
        }
        String plate = Plate.normalise(written);
        if (plate.isEmpty() || written.length() > LONGEST_PLATE) {
            faults.add(new Fault("plate_malformed", "plate", "a plate has letters and digits, 16 characters at most"));
        }
        return plate;
    }

    private static @Nullable Instant instant(Map<String, String> parameters, String name, List<Fault> faults) {
        String text = text(parameters, name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            faults.add(new Fault(name + "_malformed", name, name + " must be RFC 3339 with offset"));
            return null;
        }
    }

    private static int limit(String text, List<Fault> faults) {
        if (text.matches("\\d{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        faults.add(new Fault("limit_range", "limit", "limit is 1 to " + MOST));
        return 1;
    }

    private static @Nullable Cursor cursor(Map<String, String> parameters, List<Fault> faults) {
        String text = text(parameters, "cursor");
        if (text == null) {
            return null;
        }
        return Cursor.parse(text).orElseGet(() -> {
            faults.add(new Fault("cursor_malformed", "cursor", "cursor must be the nextCursor of the page before"));
            return null;
        });
    }
}
