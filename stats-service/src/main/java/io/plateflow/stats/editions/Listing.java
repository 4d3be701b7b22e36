package io.plateflow.stats.editions;

import io.plateflow.stats.query.Refusals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list of versions is asked for.
 *
 * @param limit items at most
 * @param after id of the last item of the page before
 */
public record Listing(int limit, @Nullable String after) {
    private static final int MOST = 500;
    private static final int LONGEST_ID = 64;

    /** Reads query parameters; all that is wrong with them is refused with 422. */
    public static Listing of(@Nullable String limit, @Nullable String cursor) {
        List<Refusals.Fault> faults = new ArrayList<>();
        int items = limit == null ? 50 : limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0;
        if (items < 1 || items > MOST) {
            faults.add(new Refusals.Fault("limit_range", "limit", "limit is 1 to " + MOST));
        }
        if (cursor != null && cursor.length() > LONGEST_ID) {
            faults.add(new Refusals.Fault(
                    "cursor_malformed", "cursor", "cursor must be the nextCursor of the page before"));
        }
        if (!faults.isEmpty()) {
            throw Refusals.invalid(faults);
        }
        return new Listing(items, cursor == null || cursor.isEmpty() ? null : cursor);
    }
}
