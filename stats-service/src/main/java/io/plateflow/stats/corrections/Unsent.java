package io.plateflow.stats.corrections;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.instant;

import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.Uuids;
import io.plateflow.domain.plate.Plate;
import io.plateflow.stats.delivery.Delivery;
import io.plateflow.stats.delivery.NotDelivered;
import io.plateflow.stats.storage.CaptureFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Corrections on their way from the database to the topic: at once, and again until the broker has them. Two instances may
 * send the same one; its number makes that harmless.
 */
@Component
class Unsent {
    private static final Logger LOG = LoggerFactory.getLogger(Unsent.class);
    private static final String SOURCE = "/plateflow/stats-service";
    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Delivery delivery;
    private final ReentrantLock sending = new ReentrantLock();

    Unsent(JdbcClient jdbc, Delivery delivery) {
        this.jdbc = jdbc;
        this.delivery = delivery;
    }

    /**
     * Sends what it can, one caller at a time. Whoever comes meanwhile does not wait, for the broker may be slow: the next
     * turn sends theirs. Trouble with the broker is logged, and the next turn tries again.
     */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void trySend() {
        if (sending.tryLock()) {
            try {
                sendAll();
            } finally {
                sending.unlock();
            }
        }
    }

    private void sendAll() {
        try {
            for (PlateCorrected correction : ask()) {
                send(correction);
            }
        } catch (NotDelivered e) {
            LOG.warn("corrections wait for the broker: {}", e.toString());
        }
    }

    /** The oldest first: of one capture they arrive in the order of their numbers. */
    private List<PlateCorrected> ask() {
        return jdbc.sql("""
                SELECT c.*, k.n, k.attempt AS seen_attempt, k.plate AS right_plate, k.reason AS why, k.decided_by, k.decided_at
                FROM correction k JOIN capture c ON c.id = k.capture_id
                WHERE NOT k.sent ORDER BY k.decided_at, k.n LIMIT :most
                """)
                .param("most", MOST_AT_ONCE)
                .query((row, n) -> correction(row))
                .list();
    }

    private void send(PlateCorrected correction) throws NotDelivered {
        byte[] json = Json.MAPPER.writerFor(Reading.class).writeValueAsBytes(correction);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                Topics.READINGS.name(), correction.captureId().toString(), json);
        CloudEvents.write(
                message.headers(),
                correction.requestId().toString(),
                "io.plateflow." + PlateCorrected.TYPE,
                SOURCE,
                Instant.now(),
                "application/json");
        delivery.send(message);
        jdbc.sql("UPDATE correction SET sent = TRUE WHERE capture_id = :capture AND n = :n")
                .param("capture", bytes(correction.captureId()))
                .param("n", correction.n())
                .update();
    }

    private static PlateCorrected correction(ResultSet row) throws SQLException {
        String plate = row.getString("right_plate");
        int n = row.getInt("n");
        return new PlateCorrected(
                id(row, "id"),
                row.getInt("seen_attempt"),
                instant(row, "decided_at"),
                n,
                CaptureFacts.of(row),
                plate == null ? null : new Plate(plate),
                Set.of(),
                row.getString("decided_by"),
                row.getString("why"),
                Uuids.v5("correction", id(row, "id").toString(), Integer.toString(n)));
    }
}
