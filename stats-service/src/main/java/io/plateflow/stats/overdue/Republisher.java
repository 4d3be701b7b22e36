package io.plateflow.stats.overdue;

import static io.plateflow.stats.storage.Columns.bytes;

import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.query.Freshness;
import io.plateflow.stats.storage.Blobs;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lost captures → claimed → on their topic again, as the gateway put them there but for the trace. Their age is measured
 * at the moment up to which the rows hold everything: while they catch up, a capture whose end is on its way is not lost.
 */
@Component
class Republisher {
    private static final Logger LOG = LoggerFactory.getLogger(Republisher.class);
    /** The gateway's: it is the same event again. */
    private static final String SOURCE = "/plateflow/ingest";

    private static final int MOST_TIMES = 3;
    /** Of one priority in one go: readers that stood still are not buried in copies. */
    private static final int MOST_AT_ONCE = 100;
    /** Above the producer's own delivery timeout, so that its answer comes first. */
    private static final long LONGEST_WAIT_SECONDS = 15;

    private final LostCaptures lost;
    private final Claims claims;
    private final Blobs blobs;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Freshness freshness;
    private final StatsProperties properties;
    private final MeterRegistry meters;

    Republisher(
            LostCaptures lost,
            Claims claims,
            Blobs blobs,
            KafkaTemplate<String, byte[]> kafka,
            Freshness freshness,
            StatsProperties properties,
            MeterRegistry meters) {
        this.lost = lost;
        this.claims = claims;
        this.blobs = blobs;
        this.kafka = kafka;
        this.freshness = freshness;
        this.properties = properties;
        this.meters = meters;
    }

    /** A copy that the broker does not take counts as sent, and ends the round: an outage uses up few of them. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void republish() throws InterruptedException {
        Instant before = freshness.dataAt().minus(properties.overdueAfter());
        try {
            for (Capture.Priority priority : Capture.Priority.values()) {
                for (LostCaptures.Lost one : lost.ask(priority, before, MOST_TIMES, MOST_AT_ONCE)) {
                    if (claims.claim(one)) {
                        send(one.capture());
                    }
                }
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("overdue captures could not be sent again: {}", e.toString());
        }
    }

    private void send(Capture capture) throws ExecutionException, InterruptedException, TimeoutException {
        List<byte[]> image = blobs.jdbc()
                .queryForList(
                        "SELECT image FROM capture_image WHERE capture_id = ?", byte[].class, bytes(capture.id()));
        if (image.isEmpty()) {
            LOG.error("capture {} has no end, and its photo is gone", capture.id());
            return;
        }
        Topic topic = capture.priority() == Capture.Priority.BULK ? Topics.CAPTURES_BULK : Topics.CAPTURES;
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(topic.name(), capture.id().toString(), image.get(0));
        CaptureHeaders.write(capture, SOURCE, copy.headers());
        kafka.send(copy).get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        meters.counter("plateflow.stats.republished", "topic", topic.name()).increment();
        LOG.warn("capture {} had no end {} after it came in: sent again", capture.id(), properties.overdueAfter());
    }
}
