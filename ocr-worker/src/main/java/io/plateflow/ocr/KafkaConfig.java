package io.plateflow.ocr;

import io.plateflow.contracts.Groups;
import io.plateflow.contracts.TopicCheck;
import io.plateflow.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker's ways to the broker. */
@Configuration(proxyBeanMethods = false)
class KafkaConfig {
    /** A lock outlives the longest reading and its publication, so that nothing needs to be renewed. */
    private static final String LOCK_MILLIS = "55000";

    /** Sets the groups up; fails, and with it the start, when the topics are not as they must be. */
    @Bean
    InitializingBean shareGroups(OcrProperties properties) {
        return () -> {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", properties.kafka()))) {
                List<String> faults = TopicCheck.faults(
                        admin, List.of(Topics.CAPTURES, Topics.CAPTURES_BULK, Topics.READINGS, Topics.CAPTURES_DLQ));
                if (!faults.isEmpty()) {
                    throw new IllegalStateException(String.join("; ", faults));
                }
                for (String group : List.of(Groups.OCR, Groups.OCR_BULK)) {
                    setUp(admin, group);
                }
            }
        };
    }

    private static void setUp(Admin admin, String group) throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.GROUP, group),
                        List.of(
                                set("share.auto.offset.reset", "earliest"),
                                set("share.record.lock.duration.ms", LOCK_MILLIS))))
                .all()
                .get();
    }

    @Bean
    KafkaProducer<String, byte[]> producer(OcrProperties properties) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", properties.kafka(),
                        "acks", "all",
                        "enable.idempotence", "true",
                        "max.request.size", Topics.LARGEST_RECORD_BYTES,
                        "max.block.ms", "10000",
                        "delivery.timeout.ms", "10000",
                        "request.timeout.ms", "5000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A member of {@code group} that takes one record at a time: a worker that dies holds back only that one. */
    static KafkaShareConsumer<String, byte[]> shareConsumer(OcrProperties properties, String group) {
        return new KafkaShareConsumer<>(
                Map.of(
                        "bootstrap.servers", properties.kafka(),
                        "group.id", group,
                        "share.acknowledgement.mode", "explicit",
                        "share.acquire.mode", "record_limit",
                        "max.poll.records", "1"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
