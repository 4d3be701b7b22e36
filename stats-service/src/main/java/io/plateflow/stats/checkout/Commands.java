package io.plateflow.stats.checkout;

import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.contracts.Topics;
import io.plateflow.stats.query.Refusals;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Puts commands on their topic, in one partition per zone. */
@Component
class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final String SOURCE = "/plateflow/stats-service";
    /** Above the producer's own delivery timeout, so that its answer comes first. */
    private static final long LONGEST_WAIT_SECONDS = 15;

    private final KafkaTemplate<String, byte[]> kafka;

    Commands(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Returns once all in-sync replicas have it; without that it is a 503, and the same request may be sent again. */
    void publish(StayCheckedOut command) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(Topics.COMMANDS.name(), command.zone(), Json.MAPPER.writeValueAsBytes(command));
        CloudEvents.write(
                message.headers(),
                command.requestId().toString(),
                "io.plateflow." + StayCheckedOut.TYPE,
                SOURCE,
                Instant.now(),
                "application/json");
        try {
            kafka.send(message).get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("command {} was not accepted by the broker", command.requestId(), e);
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static ErrorResponseException away() {
        return Refusals.of(
                HttpStatus.SERVICE_UNAVAILABLE, "broker_away", "the checkout could not be kept: try again shortly");
    }
}
