package io.plateflow.stats.commands;

import io.plateflow.domain.Uuids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names requests, so that one that is sent twice is one. */
public final class RequestIds {
    private RequestIds() {}

    /** By the sender's Idempotency-Key; without one every request is another. */
    public static UUID of(String what, UUID about, String user, @Nullable String idempotencyKey) {
        return idempotencyKey == null || idempotencyKey.isBlank()
                ? UUID.randomUUID()
                : Uuids.v5(what, about.toString(), user, idempotencyKey.strip());
    }
}
