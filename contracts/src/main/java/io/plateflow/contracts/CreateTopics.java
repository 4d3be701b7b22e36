package io.plateflow.contracts;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that are missing, tells others what they do not say yet, and says what is wrong with them; publishes the
 * first API key.
 *
 * <p>Environment: {@code PLATEFLOW_KAFKA} bootstrap servers (default {@code localhost:9092}), {@code PLATEFLOW_REPLICAS}
 * (default 1), {@code PLATEFLOW_INGEST_KEY} the key of the client named {@code default}; none is published without it.
 */
public final class CreateTopics {
    private static final Logger LOG = LoggerFactory.getLogger(CreateTopics.class);

    private CreateTopics() {}

    public static void main(String[] args) throws ExecutionException, InterruptedException {
        Map<String, String> env = System.getenv();
        String kafka = env.getOrDefault("PLATEFLOW_KAFKA", "localhost:9092");
        List<String> faults = run(kafka, Short.parseShort(env.getOrDefault("PLATEFLOW_REPLICAS", "1")));
        faults.forEach(LOG::error);
        if (!faults.isEmpty()) {
            System.exit(1);
        }
        String key = env.getOrDefault("PLATEFLOW_INGEST_KEY", "");
        if (!key.isBlank()) {
            publish(kafka, ApiKey.of("default", hash(key)));
        }
    }

    /**
     * Creates what is missing with {@code replicas} copies; returns what is there but wrong, once every partition's
     * leader answers. A new topic is known before its leader is: of two batches that a producer sends in between, the
     * second may be taken first, and the first is out of sequence from then on.
     */
    public static List<String> run(String kafka, short replicas) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            CreateTopicsResult created = admin.createTopics(
                    Topics.ALL.stream().map(t -> t.toNewTopic(replicas)).toList());
            for (Map.Entry<String, KafkaFuture<Void>> topic : created.values().entrySet()) {
                try {
                    topic.getValue().get();
                    LOG.info("created topic {}", topic.getKey());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
            List<String> faults = TopicCheck.faults(admin, Topics.ALL);
            if (faults.isEmpty()) {
                admin.listOffsets(ends(Topics.ALL)).all().get();
                complete(admin);
            }
            return faults;
        }
    }

    private static Map<TopicPartition, OffsetSpec> ends(List<Topic> topics) {
        return topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, topic.partitions()).mapToObj(p -> new TopicPartition(topic.name(), p)))
                .collect(toMap(identity(), partition -> OffsetSpec.latest()));
    }

    /** Sets on topics of an earlier version what came since; what somebody set stays as it is. */
    private static void complete(Admin admin) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Topic> topics = Topics.ALL.stream()
                .collect(toMap(t -> new ConfigResource(ConfigResource.Type.TOPIC, t.name()), identity()));
        Map<ConfigResource, Collection<AlterConfigOp>> unsaid = new HashMap<>();
        admin.describeConfigs(topics.keySet()).all().get().forEach((resource, config) -> {
            List<AlterConfigOp> settings = requireNonNull(topics.get(resource)).config().entrySet().stream()
                    .filter(wanted ->
                            requireNonNull(config.get(wanted.getKey())).isDefault())
                    .map(wanted -> new AlterConfigOp(
                            new ConfigEntry(wanted.getKey(), wanted.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            if (!settings.isEmpty()) {
                LOG.info("topic {} is given {}", resource.name(), settings);
                unsaid.put(resource, settings);
            }
        });
        admin.incrementalAlterConfigs(unsaid).all().get();
    }

    /** Puts {@code key} on the topic of keys; returns once the broker has it. */
    public static void publish(String kafka, ApiKey key) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, ApiKey> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"),
                new StringSerializer(),
                Json.serde(ApiKey.class).serializer())) {
            producer.send(new ProducerRecord<>(Topics.KEYS.name(), key.id(), key))
                    .get();
        }
    }

    /** SHA-256 of {@code key} in lower-case hex, as {@link ApiKey#hash()} holds it. */
    public static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
