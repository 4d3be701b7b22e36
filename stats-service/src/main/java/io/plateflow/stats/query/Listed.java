package io.plateflow.stats.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list as it is answered.
 *
 * @param nextCursor absent on the last page
 * @param total absent unless it was asked for, and when it could not be counted in time
 */
public record Listed<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable Total total) {

    /** Of a list that nobody asks for its total. */
    public Listed(List<T> items, @Nullable String nextCursor) {
        this(items, nextCursor, null);
    }
}
