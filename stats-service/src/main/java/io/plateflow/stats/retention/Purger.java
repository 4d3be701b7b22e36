package io.plateflow.stats.retention;

import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.stats.query.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Goes round all zones once an hour, and through what is due a transaction a second: the feed comes first, and while rows are
 * behind their topics nothing is deleted at all, for a payment or a claim may be among what is missing. Instances go
 * round each for itself: what one has locked or deleted the other passes by.
 */
@Component
class Purger {
    private static final Logger LOG = LoggerFactory.getLogger(Purger.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);
    private static final Duration BEHIND = Duration.ofMinutes(1);
    /** Transactions that find nothing to delete, of a turn at most: claimed photos are looked at again each round. */
    private static final int MOST_LOOKS = 20;

    private final List<Deletion> deletions;
    private final Due due;
    private final Freshness freshness;
    private final MeterRegistry meters;
    private final Deque<Stretch> todo = new ArrayDeque<>();
    private Instant nextRound = Instant.EPOCH;

    Purger(List<Deletion> deletions, Due due, Freshness freshness, MeterRegistry meters) {
        this.deletions = deletions;
        this.due = due;
        this.freshness = freshness;
        this.meters = meters;
    }

    /** What is still to be looked at of one zone. */
    private record Stretch(Deletion deletion, String zone, Instant before, Due.At after) {}

    @Scheduled(initialDelayString = "${plateflow.stats.purge-delay:PT5M}", fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void turn() {
        Instant now = Instant.now();
        if (freshness.dataAt().isBefore(now.minus(BEHIND))) {
            return;
        }
        try {
            if (todo() == 0 && !now.isBefore(nextRound)) {
                nextRound = now.plus(BETWEEN_ROUNDS);
                begin(now);
            }
            int looks = 0;
            while (step() == 0 && todo() > 0 && looks < MOST_LOOKS) {
                looks++;
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("what is due waits for the database: {}", e.toString());
        }
    }

    /** A round from its start, as of {@code now}. */
    synchronized void begin(Instant now) {
        todo.clear();
        for (Deletion deletion : deletions) {
            for (String zone : due.zones(deletion.from())) {
                todo.add(new Stretch(deletion, zone, now.minus(deletion.kept(zone)), Due.At.START));
            }
        }
    }

    /** Stretches of this round that are not done. */
    synchronized int todo() {
        return todo.size();
    }

    /** One transaction; tells how many things it deleted: none when it lost to others, and comes next again. */
    synchronized int step() {
        Stretch stretch = todo.peek();
        if (stretch == null) {
            return 0;
        }
        Deletion deletion = stretch.deletion();
        List<Due.At> page =
                due.page(deletion.from(), stretch.zone(), stretch.before(), stretch.after(), deletion.most());
        int deleted;
        try {
            deleted = page.isEmpty()
                    ? 0
                    : deletion.delete(page.stream().map(Due.At::id).toList());
        } catch (PessimisticLockingFailureException deadlock) {
            LOG.debug("{}: others were in the way, the same page again", stretch, deadlock);
            return 0;
        }
        todo.remove();
        if (page.size() == deletion.most()) {
            todo.addFirst(new Stretch(deletion, stretch.zone(), stretch.before(), page.get(page.size() - 1)));
        }
        if (deleted > 0) {
            meters.counter("plateflow.stats.purged", "what", deletion.what()).increment(deleted);
            LOG.debug(
                    "{} {} of zone {} were kept long enough and are deleted", deleted, deletion.what(), stretch.zone());
        }
        return deleted;
    }
}
