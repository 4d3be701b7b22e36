package io.plateflow.stats.editions;

import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.utc;

import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.Json;
import io.plateflow.stats.delivery.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Versions that the broker has not yet → their topics, in the order of their publication. One instance at a time sends. A
 * version is marked as sent once all in-sync replicas have it; after a crash between the two it is sent again, under the
 * same key and with the same content.
 */
@Component
class Outbox {
    /**
     * Within it a zone's version may be sent as it was stamped: with the 8 s that a producer tries, it is sent before the
     * 10 s after which it begins to count.
     */
    static final Duration FRESH = Duration.ofSeconds(1);

    private static final String SOURCE = "/plateflow/stats-service";
    private static final List<Kind<?>> KINDS =
            List.of(Kind.TARIFF, Kind.ZONE, Kind.VEHICLE, Kind.CAMERA, Kind.WARDEN, Kind.CLIENT);
    private static final int MOST_AT_ONCE = 1000;

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Delivery delivery;
    private final AtomicLong unsent;

    Outbox(
            JdbcClient client,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Delivery delivery,
            MeterRegistry meters) {
        this.client = client;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.delivery = delivery;
        this.unsent = Objects.requireNonNull(meters.gauge("plateflow.stats.versions.unsent", new AtomicLong()));
    }

    private record Waiting(long seq, String id, int version, Instant publishedAt, String body) {}

    /** Sends what waits; what the broker does not take waits for the next round, and what comes after it too. */
    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void send() {
        for (Kind<?> kind : KINDS) {
            Boolean more = true;
            while (Boolean.TRUE.equals(more)) {
                more = transactions.execute(transaction -> isMine() && sendSome(kind));
            }
        }
        unsent.set(client.sql("SELECT COUNT(*) FROM edition WHERE sent_at IS NULL")
                .query(Long.class)
                .single());
    }

    /** Whether no other instance is sending. */
    private boolean isMine() {
        return !client.sql("SELECT name FROM edition_lock WHERE name = 'outbox' FOR UPDATE SKIP LOCKED")
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** Whether there may be more to send at once. */
    private <T> boolean sendSome(Kind<T> kind) {
        List<Waiting> waiting = client.sql("""
                SELECT seq, id, version, published_at, body FROM edition
                WHERE sent_at IS NULL AND kind = :kind ORDER BY seq LIMIT :most
                """)
                .param("kind", kind.name())
                .param("most", MOST_AT_ONCE)
                .query((row, n) -> new Waiting(
                        row.getLong("seq"),
                        row.getString("id"),
                        row.getInt("version"),
                        instant(row, "published_at"),
                        row.getString("body")))
                .list();
        if (waiting.isEmpty()) {
            return false;
        }
        List<Waiting> stamped = waiting.stream().map(w -> stamped(kind, w)).toList();
        List<Waiting> sent = stamped.subList(
                0, delivery.sendAll(stamped.stream().map(w -> message(kind, w)).toList()));
        jdbc.batchUpdate(
                "UPDATE edition SET sent_at = ? WHERE seq = ?",
                sent.stream().map(w -> new Object[] {utc(Instant.now()), w.seq}).toList());
        return sent.size() == MOST_AT_ONCE;
    }

    /** A version that waited is stamped anew where captures are placed by it: nobody knew of it before. */
    private <T> Waiting stamped(Kind<T> kind, Waiting waiting) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (!kind.stampedWhenSent() || waiting.publishedAt.plus(FRESH).isAfter(now)) {
            return waiting;
        }
        T version = Json.MAPPER.readValue(waiting.body, kind.type());
        String body = Json.MAPPER.writeValueAsString(kind.numbered().as(version, waiting.version, now));
        client.sql("UPDATE edition SET published_at = :now, body = :body WHERE seq = :seq")
                .param("now", utc(now))
                .param("body", body)
                .param("seq", waiting.seq)
                .update();
        return new Waiting(waiting.seq, waiting.id, waiting.version, now, body);
    }

    private static ProducerRecord<String, byte[]> message(Kind<?> kind, Waiting waiting) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                kind.topic().name(),
                kind.messageKey(waiting.id, waiting.version),
                waiting.body.getBytes(StandardCharsets.UTF_8));
        CloudEvents.write(
                message.headers(),
                kind.name() + "/" + waiting.id + "@" + waiting.version,
                "io.plateflow." + kind.name() + ".published",
                SOURCE,
                waiting.publishedAt,
                "application/json");
        return message;
    }
}
