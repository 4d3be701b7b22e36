package io.plateflow.stats.keys;

import io.plateflow.contracts.ApiKey;
import io.plateflow.stats.editions.Edition;
import org.jspecify.annotations.Nullable;

/**
 * What became of the record of a key.
 *
 * @param edition the newest
 * @param isNew false when it says what the one before says: nothing was published
 * @param secret the key, where one was made just now
 */
public record Issued(
        Edition<ApiKey> edition, boolean isNew, @Nullable Secret secret) {}
