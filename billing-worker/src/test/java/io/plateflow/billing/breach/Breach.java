package io.plateflow.billing.breach;

import io.plateflow.embedded.EmbeddedBroker;
import java.sql.Connection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Breaks every rule of billing once. */
public final class Breach {
    public @Nullable EmbeddedBroker otherModule;
    public @Nullable Connection database;

    public Instant ownClock() {
        return Instant.now();
    }
}
