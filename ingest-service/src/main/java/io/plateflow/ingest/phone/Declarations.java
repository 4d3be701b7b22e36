package io.plateflow.ingest.phone;

import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.plate.Plate;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Puts a sender's word beside the end of its capture, as the next attempt of it.
 *
 * <p>Somebody else may end the same attempt at the same time, and the first in the partition wins. So it is done only when
 * this replica has read the word back as part of the end in force; until then it is said again.
 */
final class Declarations {
    private static final String SOURCE = "/plateflow/ingest";
    /** Until then it is known whether a word was kept, or it is not said that it was. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int HEARD_WITHIN_SECONDS = 3;
    private static final int TRIES = 5;

    private final Producer<String, byte[]> producer;
    private final RecentReadings readings;
    private final Clock clock;

    Declarations(Producer<String, byte[]> producer, RecentReadings readings, Clock clock) {
        this.producer = producer;
        this.readings = readings;
        this.clock = clock;
    }

    /** Completes with the end that holds the word; exceptionally when it cannot be said that one does: it may be repeated. */
    CompletableFuture<Ended> declare(UUID capture, Ended now, Plate plate) {
        return declare(capture, now, plate, TRIES);
    }

    private CompletableFuture<Ended> declare(UUID capture, Ended now, Plate plate, int tries) {
        if (now.declares(plate)) {
            return CompletableFuture.completedFuture(now);
        }
        if (tries == 0) {
            return CompletableFuture.failedFuture(new IllegalStateException("others end this capture all the time"));
        }
        Reading next = new Declaration(plate, clock.instant()).beside(now.end());
        return publish(next)
                .thenCompose(kept ->
                        readings.await(capture, next.attempt()).orTimeout(HEARD_WITHIN_SECONDS, TimeUnit.SECONDS))
                .thenComposeAsync(heard -> declare(capture, heard, plate, tries - 1));
    }

    private CompletableFuture<Void> publish(Reading reading) {
        CompletableFuture<Void> kept = new CompletableFuture<>();
        String id = reading.captureId().toString();
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(Topics.READINGS.name(), id, Json.MAPPER.writeValueAsBytes(reading));
        CloudEvents.write(
                event.headers(), id + "/" + reading.attempt(), type(reading), SOURCE, reading.at(), "application/json");
        try {
            var unused = producer.send(event, (metadata, failure) -> {
                if (failure == null) {
                    kept.complete(null);
                } else {
                    kept.completeExceptionally(failure);
                }
            });
        } catch (KafkaException failure) {
            kept.completeExceptionally(failure);
        }
        return kept;
    }

    private static String type(Reading end) {
        if (end instanceof PlateRead) {
            return PlateRead.TYPE;
        }
        return end instanceof PlateUnreadable ? PlateUnreadable.TYPE : PlateRejected.TYPE;
    }
}
