package io.plateflow.stats.audit;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Photos that are looked at, once an hour by each user, written together within a second: a page of fifty waits for none of
 * them. A process that is killed loses those of its last second. While rows cannot be written they wait, and once too many
 * wait no photo is shown.
 */
@Component
public class Glances {
    private static final Logger LOG = LoggerFactory.getLogger(Glances.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_WAITING = 5_000;

    private final AuditRows rows;
    private final PlateHashes hashes;
    private final Recently recently = new Recently();
    private final BlockingQueue<Noted> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

    Glances(AuditRows rows, PlateHashes hashes) {
        this.rows = rows;
        this.hashes = hashes;
    }

    /** Before the photo is shown; returns at once but when too many wait. */
    public void note(Act act) {
        Noted noted = Noted.hourly(act, Caller.now(), hashes);
        if (!recently.add(noted.id())) {
            return;
        }
        if (!waiting.offer(noted)) {
            try {
                rows.write(List.of(noted), true);
            } catch (DataAccessException | TransactionException e) {
                recently.remove(noted.id());
                throw e;
            }
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    synchronized void write() {
        while (!waiting.isEmpty()) {
            List<Noted> some = new ArrayList<>();
            waiting.drainTo(some, MOST_AT_ONCE);
            try {
                rows.write(some, true);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("{} views of photos wait for the database: {}", some.size(), e.toString());
                some.forEach(this::again);
                return;
            }
        }
    }

    /** What does not fit any more was looked at while the database was away, and is in the log alone. */
    private void again(Noted noted) {
        if (!waiting.offer(noted)) {
            LOG.error(
                    "not on record: {} by {} from {}",
                    noted.act(),
                    noted.caller().who(),
                    noted.caller().address());
        }
    }

    @PreDestroy
    void last() {
        write();
    }
}
