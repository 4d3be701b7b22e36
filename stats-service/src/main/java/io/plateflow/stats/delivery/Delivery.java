package io.plateflow.stats.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Sends, and returns once all in-sync replicas have what was sent. */
@Component
public class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /** Above the producer's own delivery timeout, so that its answer comes first. */
    private static final long LONGEST_WAIT_SECONDS = 15;

    private final KafkaTemplate<String, byte[]> kafka;

    public Delivery(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Whoever is interrupted stays so, and does not know either. */
    public void send(ProducerRecord<String, byte[]> message) throws NotDelivered {
        try {
            arrival(kafka.send(message));
        } catch (KafkaException e) {
            throw new NotDelivered(e);
        }
    }

    /** How many of {@code messages} the broker has, from the first up to the first that it has not. */
    public int sendAll(List<ProducerRecord<String, byte[]>> messages) {
        int arrived = 0;
        try {
            List<Future<?>> arrivals = new ArrayList<>();
            for (ProducerRecord<String, byte[]> message : messages) {
                arrivals.add(kafka.send(message));
            }
            for (Future<?> one : arrivals) {
                arrival(one);
                arrived++;
            }
        } catch (NotDelivered | KafkaException e) {
            LOG.warn(
                    "{} of {} records wait for the broker: {}",
                    messages.size() - arrived,
                    messages.size(),
                    e.toString());
        }
        return arrived;
    }

    private static void arrival(Future<?> sent) throws NotDelivered {
        try {
            sent.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotDelivered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDelivered(e);
        }
    }
}
