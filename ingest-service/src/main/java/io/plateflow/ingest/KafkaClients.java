package io.plateflow.ingest;

import io.plateflow.contracts.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The gateway's Kafka clients; what a promise rests on is set here, the rest may be set in the settings. */
public final class KafkaClients {
    private static final int HALF_A_SECOND = 500;

    private KafkaClients() {}

    /**
     * Idempotent, acknowledged by all in-sync replicas. A send that the broker does not confirm fails within
     * {@code max.block.ms + delivery.timeout.ms} = 3 s.
     */
    static Producer<String, byte[]> producer(IngestProperties settings) {
        Map<String, Object> config = of(settings);
        config.put("acks", "all");
        config.put("enable.idempotence", true);
        config.put("max.request.size", Topics.LARGEST_RECORD_BYTES);
        config.put("buffer.memory", settings.bytesInFlight().toBytes() + Topics.LARGEST_RECORD_BYTES);
        config.put("linger.ms", 0);
        config.put("max.block.ms", HALF_A_SECOND);
        config.put("request.timeout.ms", 2_000);
        config.put("delivery.timeout.ms", 2_500);
        config.put("client.id", "plateflow-ingest");
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** In no group; starts at the beginning. */
    static Consumer<String, byte[]> keyConsumer(IngestProperties settings) {
        Map<String, Object> config = of(settings);
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        config.put("client.id", "plateflow-ingest-keys");
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** In no group; sees only what is committed. */
    public static Consumer<String, byte[]> readingConsumer(IngestProperties settings) {
        Map<String, Object> config = of(settings);
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "latest");
        config.put("isolation.level", "read_committed");
        config.put("client.id", "plateflow-ingest-readings");
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Gives up after two seconds: soon enough to notice, late enough not to take a busy broker for an absent one. */
    static Admin watchAdmin(IngestProperties settings) {
        Map<String, Object> config = of(settings);
        config.put("request.timeout.ms", 2_000);
        config.put("default.api.timeout.ms", 2_000);
        config.put("client.id", "plateflow-ingest-watch");
        return Admin.create(config);
    }

    /** Waits up to ten minutes for a broker that is still starting. */
    static Admin patientAdmin(IngestProperties settings) {
        Map<String, Object> config = of(settings);
        config.put("default.api.timeout.ms", 600_000);
        config.put("client.id", "plateflow-ingest-start");
        return Admin.create(config);
    }

    private static Map<String, Object> of(IngestProperties settings) {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.putIfAbsent("reconnect.backoff.max.ms", HALF_A_SECOND);
        return config;
    }
}
