package io.plateflow.ocr;

import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes how captures ended; each call returns once all in-sync replicas have what it published. */
@Component
class Ends {
    private final KafkaProducer<String, byte[]> producer;
    private final MeterRegistry meters;
    private final Clock clock = Clock.systemUTC();

    Ends(KafkaProducer<String, byte[]> producer, MeterRegistry meters) {
        this.producer = producer;
        this.meters = meters;
    }

    void publish(Reading end, Headers of) throws ExecutionException, InterruptedException {
        ProducerRecord<String, byte[]> out = new ProducerRecord<>(
                Topics.READINGS.name(), end.captureId().toString(), Json.MAPPER.writeValueAsBytes(end));
        String type = type(end);
        CloudEvents.write(
                out.headers(),
                end.captureId() + "/" + end.attempt(),
                type,
                "/ocr-worker",
                end.at(),
                "application/json");
        CloudEvents.get(of, CloudEvents.TRACE_PARENT)
                .ifPresent(trace -> CloudEvents.set(out.headers(), CloudEvents.TRACE_PARENT, trace));
        producer.send(out).get();
        meters.counter("plateflow.ocr.ends", "end", type).increment();
    }

    /** The original and its cause go to the dead letters first, so that no rejection is without its photo. */
    void reject(ConsumerRecord<String, byte[]> record, @Nullable Capture capture, String cause, String detail)
            throws ExecutionException, InterruptedException {
        ProducerRecord<String, byte[]> dead =
                new ProducerRecord<>(Topics.CAPTURES_DLQ.name(), null, record.key(), record.value(), record.headers());
        CloudEvents.set(dead.headers(), "x-error-cause", cause);
        CloudEvents.set(dead.headers(), "x-error-detail", detail);
        CloudEvents.set(dead.headers(), "x-error-at", clock.instant().toString());
        producer.send(dead).get();
        UUID id = capture != null ? capture.id() : captureId(record.key());
        if (id != null) { // without one there is no capture that could end
            int attempt = capture != null ? capture.attempt() : 1;
            publish(new PlateRejected(id, attempt, clock.instant(), capture, cause, detail), record.headers());
        }
    }

    private static @Nullable UUID captureId(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String type(Reading end) {
        if (end instanceof PlateRead) {
            return PlateRead.TYPE;
        }
        return end instanceof PlateUnreadable ? PlateUnreadable.TYPE : PlateRejected.TYPE;
    }
}
