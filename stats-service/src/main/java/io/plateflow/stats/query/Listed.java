package io.plateflow.stats.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list as it is answered.
 *
 * @param nextCursor absent on the last page
 */
public record Listed<T>(List<T> items, @Nullable String nextCursor) {}
