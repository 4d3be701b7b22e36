package io.plateflow.stats.signals;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.contracts.Capture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers when each camera was heard of, and writes it down behind the captures: of two instances the later one counts. */
@Component
public class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    /** Senders may make up names of cameras without end. */
    private static final int MOST = 10_000;

    private final JdbcTemplate jdbc;
    private final Map<Sender, Heard> heard = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sender, Heard> eldest) {
            return size() > MOST;
        }
    };

    public Signals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Sender(String keyId, String camera) implements Comparable<Sender> {
        private static final Comparator<Sender> ORDER =
                Comparator.comparing(Sender::keyId).thenComparing(Sender::camera);

        @Override
        public int compareTo(Sender other) {
            return ORDER.compare(this, other);
        }
    }

    /** Takes note of a capture; one that is heard of again changes nothing. */
    public synchronized void hear(Capture capture) {
        heard.computeIfAbsent(
                        new Sender(capture.keyId(), Objects.requireNonNullElse(capture.cameraId(), "")),
                        s -> new Heard())
                .take(capture);
    }

    /** Writes what is new; while the database is away it waits for the next round. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void write() {
        Map<Sender, @Nullable Object[]> changed = changed();
        if (changed.isEmpty()) {
            return;
        }
        try {
            jdbc.batchUpdate("""
                    INSERT INTO camera_signal (key_id, camera, received_at, captured_at, capture_id, skew_millis)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE
                      captured_at = IF(VALUES(received_at) < received_at, captured_at, VALUES(captured_at)),
                      capture_id = IF(VALUES(received_at) < received_at, capture_id, VALUES(capture_id)),
                      skew_millis = IF(VALUES(received_at) < received_at, skew_millis,
                        COALESCE(VALUES(skew_millis), skew_millis)),
                      received_at = GREATEST(received_at, VALUES(received_at))
                    """, new ArrayList<>(changed.values()));
        } catch (DataAccessException e) {
            LOG.warn("signals of {} cameras wait for the database: {}", changed.size(), e.toString());
            again(List.copyOf(changed.keySet()));
        }
    }

    /** In one order, so that two instances do not wait for each other. */
    private synchronized Map<Sender, @Nullable Object[]> changed() {
        Map<Sender, @Nullable Object[]> changed = new TreeMap<>();
        heard.forEach((sender, last) -> {
            if (last.wasChanged()) {
                changed.put(sender, new @Nullable Object[] {
                    sender.keyId,
                    sender.camera,
                    utc(last.receivedAt),
                    utc(last.capturedAt),
                    bytes(last.captureId),
                    last.medianSkew()
                });
            }
        });
        return changed;
    }

    private synchronized void again(List<Sender> senders) {
        for (Sender sender : senders) {
            Heard last = heard.get(sender);
            if (last != null) {
                last.isUnwritten();
            }
        }
    }
}
