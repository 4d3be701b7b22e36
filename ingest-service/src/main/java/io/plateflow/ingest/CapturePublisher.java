package io.plateflow.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Puts captures on their topics and says when all in-sync replicas have them. */
final class CapturePublisher {
    private static final Logger LOG = LoggerFactory.getLogger(CapturePublisher.class);
    private static final String SOURCE = "/plateflow/ingest";

    private final Producer<String, byte[]> producer;
    private final BrokerState broker;
    private final Timer time;

    CapturePublisher(Producer<String, byte[]> producer, BrokerState broker, MeterRegistry meters) {
        this.producer = producer;
        this.broker = broker;
        this.time = Timer.builder("plateflow.ingest.publish")
                .description("from handing a capture to the producer to the acknowledgement of all in-sync replicas")
                .publishPercentileHistogram()
                .register(meters);
    }

    /**
     * Completes with Accepted after the acknowledgement, and never before; with Unavailable when none came within the
     * producer's {@code delivery.timeout.ms}: the capture may then be kept nevertheless, and a repeat is harmless.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    CompletableFuture<Outcome> publish(Capture capture, byte[] image, String traceparent) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Timer.Sample started = Timer.start();
        Topic topic = capture.priority() == Capture.Priority.BULK ? Topics.CAPTURES_BULK : Topics.CAPTURES;
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic.name(), capture.id().toString(), image);
        CaptureHeaders.write(capture, SOURCE, message.headers());
        CloudEvents.set(message.headers(), CloudEvents.TRACE_PARENT, traceparent);
        try {
            producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    started.stop(time);
                    outcome.complete(new Outcome.Accepted(capture.id(), capture.priority()));
                } else {
                    outcome.complete(unavailable(capture, failure));
                }
            });
        } catch (KafkaException failure) {
            outcome.complete(unavailable(capture, failure));
        }
        return outcome;
    }

    @SuppressWarnings("try") // the resource is the scope of the log line's captureId
    private Outcome unavailable(Capture capture, Exception failure) {
        try (var ignored = MDC.putCloseable("captureId", capture.id().toString())) {
            LOG.warn("not published: {}", failure.toString());
        }
        if (failure instanceof BufferExhaustedException) {
            return new Outcome.Unavailable(FaultCode.BUSY, "the broker takes captures more slowly than they come");
        }
        broker.away();
        return new Outcome.Unavailable(FaultCode.BROKER_AWAY, "the broker did not confirm the capture in time");
    }
}
