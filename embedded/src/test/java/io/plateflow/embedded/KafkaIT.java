package io.plateflow.embedded;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.CreateTopics;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.TopicCheck;
import io.plateflow.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** The broker that all integration tests stand on. */
class KafkaIT {
    private static final int TEN_MIB = 10 * 1024 * 1024;

    @Test
    void hasEveryTopicAsDeclared() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrap()))) {
            assertThat(TopicCheck.faults(admin, Topics.ALL)).isEmpty();
            Set<String> declared = Topics.ALL.stream().map(Topic::name).collect(toSet());
            assertThat(admin.listTopics().names().get()).containsAll(declared);
        }
    }

    @Test
    void givesATopicOfAnEarlierVersionWhatCameSinceAndLeavesWhatSomebodySet() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrap()))) {
            change(admin, Topics.STAYS, AlterConfigOp.OpType.DELETE, "max.compaction.lag.ms", "");
            change(admin, Topics.READINGS, AlterConfigOp.OpType.SET, "retention.ms", "9000000000");
            try {
                assertThat(CreateTopics.run(TestKafka.bootstrap(), (short) 1)).isEmpty();
                await().until(() -> setting(admin, Topics.STAYS, "max.compaction.lag.ms"), "86400000"::equals);
                assertThat(setting(admin, Topics.READINGS, "retention.ms")).isEqualTo("9000000000");
            } finally {
                String days = Topics.READINGS.config().getOrDefault("retention.ms", "");
                change(admin, Topics.READINGS, AlterConfigOp.OpType.SET, "retention.ms", days);
            }
        }
    }

    private static void change(Admin admin, Topic topic, AlterConfigOp.OpType how, String name, String value)
            throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        List.of(new AlterConfigOp(new ConfigEntry(name, value), how))))
                .all()
                .get();
        await().until(
                        () -> setting(admin, topic, name),
                        now -> !now.equals(topic.config().get(name)) || now.equals(value));
    }

    private static String setting(Admin admin, Topic topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config config = requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource));
        return requireNonNull(config.get(name)).value();
    }

    @Test
    void carriesAnImageOfTenMebibytes() throws Exception {
        Map<String, Object> producing = Map.of(
                "bootstrap.servers",
                TestKafka.bootstrap(),
                "acks",
                "all",
                "max.request.size",
                Topics.LARGEST_RECORD_BYTES);
        TopicPartition partition = new TopicPartition(Topics.CAPTURES.name(), 0);
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer());
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestKafka.bootstrap()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            long offset = producer.send(new ProducerRecord<>(partition.topic(), 0, new byte[] {1}, new byte[TEN_MIB]))
                    .get()
                    .offset();
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            List<ConsumerRecord<byte[], byte[]>> read =
                    consumer.poll(Duration.ofSeconds(20)).records(partition);
            assertThat(read)
                    .singleElement()
                    .satisfies(r -> assertThat(r.value()).hasSize(TEN_MIB));
        }
    }
}
