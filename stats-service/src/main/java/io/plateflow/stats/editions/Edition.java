package io.plateflow.stats.editions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version, and who published it.
 *
 * @param id of what it is a version
 * @param version counted from 1; it replaces the one before
 * @param publishedAt as in the body
 * @param publishedBy user name; null when it is built in
 * @param sentAt when the broker had it; null until then
 * @param body the version
 */
public record Edition<T>(
        String id,
        int version,
        Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable Instant sentAt,
        T body) {

    /** Whether nobody published it: it is there from the start. */
    public boolean isBuiltIn() {
        return publishedBy == null;
    }

    static <T> Edition<T> builtIn(String id, T body) {
        return new Edition<>(id, 1, Instant.EPOCH, null, Instant.EPOCH, body);
    }
}
