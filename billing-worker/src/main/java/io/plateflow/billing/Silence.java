package io.plateflow.billing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KeyValue;

/** Says of stays, once the clock has passed their deadline, what their silence means. */
final class Silence {
    /** How often the clock is looked at: a stay is said closed at most so long, and the time of the work, too late. */
    static final Duration EVERY = Duration.ofSeconds(1);

    static final int AT_ONCE = 100;

    private final LedgerStores stores;
    private final Recount recount;
    private final Clock clock;
    private final LedgerMeters meters;

    Silence(LedgerStores stores, Recount recount, Clock clock, LedgerMeters meters) {
        this.stores = stores;
        this.recount = recount;
        this.clock = clock;
        this.meters = meters;
    }

    /** How many stays were left for the next run, up to {@link #AT_ONCE}. */
    int run() {
        Instant now = clock.instant();
        Allowance allowance = new Allowance(clock);
        List<KeyValue<String, String>> due = due(now);
        while (!due.isEmpty() && allowance.covers()) {
            for (KeyValue<String, String> deadline : due) {
                if (allowance.covers()) {
                    allowance.spend();
                    pass(deadline.key, deadline.value, now);
                }
            }
            due = due(now);
        }
        return due.size();
    }

    /** Of deadlines before {@code now}, the earliest. */
    private List<KeyValue<String, String>> due(Instant now) {
        return Keys.piece(stores.deadlines(), null, Keys.time(now), AT_ONCE);
    }

    /** The same recount may have dealt with several. */
    private void pass(String key, String fold, Instant now) {
        if (stores.deadlines().delete(key) != null) {
            recount.of(Keys.field(key, 1), fold, now);
            meters.passedDeadline();
        }
    }
}
