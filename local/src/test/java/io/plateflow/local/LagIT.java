package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Groups;
import io.plateflow.contracts.Lag;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is behind and what is not, on a real broker; the stages are played by the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LagIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path data;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Supervisor broker;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Admin admin;

    @BeforeAll
    void start() throws Exception {
        broker = Supervisor.start(Options.onFreePorts(data), FakeInstallation.create(), news -> {});
        admin = Admin.create(Map.of("bootstrap.servers", broker.kafka()));
    }

    @AfterAll
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void photosAreBehindUntilAReaderHasAcknowledgedThem() throws Exception {
        for (int photo = 0; photo < 7; photo++) {
            send(Topics.CAPTURES, photo % Topics.CAPTURES.partitions(), "photo", false);
        }
        assertThat(lag("ocr")).isEqualTo(7);
        assertThat(lag("ocr.bulk")).isZero();

        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, Groups.OCR);
        ConfigEntry earliest = new ConfigEntry("share.auto.offset.reset", "earliest");
        admin.incrementalAlterConfigs(Map.of(group, List.of(new AlterConfigOp(earliest, AlterConfigOp.OpType.SET))))
                .all()
                .get();
        try (KafkaShareConsumer<String, String> reader = new KafkaShareConsumer<>(
                Map.of("bootstrap.servers", broker.kafka(), "group.id", Groups.OCR),
                new StringDeserializer(),
                new StringDeserializer())) {
            reader.subscribe(List.of(Topics.CAPTURES.name()));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                reader.poll(Duration.ofSeconds(1));
                reader.commitSync();
                return lag("ocr") == 0;
            });
        }
    }

    @Test
    void billingIsBehindByWhatItHasNotCommittedAnywhere() throws Exception {
        Topic own = new Topic(Groups.BILLING + "-by-zone-repartition", 1, Map.of());
        admin.createTopics(List.of(new NewTopic(own.name(), 1, (short) 1)))
                .all()
                .get();
        send(Topics.READINGS, 3, "reading", false);
        send(Topics.COMMANDS, 0, "command", false);
        send(own, 0, "passed on", true);
        assertThat(lag("billing")).isEqualTo(4); // the mark of the transaction counts while it is not passed

        try (KafkaConsumer<String, String> billing = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.kafka(), "group.id", Groups.BILLING),
                new StringDeserializer(),
                new StringDeserializer())) {
            billing.commitSync(Map.of(
                    new TopicPartition(Topics.READINGS.name(), 3), new OffsetAndMetadata(1),
                    new TopicPartition(own.name(), 0), new OffsetAndMetadata(2)));
        }
        assertThat(lag("billing")).isEqualTo(1);
    }

    @Test
    void countsDeadLettersWithoutTheMarksOfTransactions() throws Exception {
        send(Topics.CAPTURES_DLQ, 2, "photo", false);
        send(Topics.BILLING_DLQ, 0, "event", true);
        send(Topics.BILLING_DLQ, 0, "event", true);

        assertThat(new DeadLetters(broker.kafka(), Duration.ofSeconds(30)).byStage())
                .isEqualTo(Map.of("captures", 1L, "billing", 2L));
    }

    private long lag(String stage) throws ExecutionException, InterruptedException {
        return new Lag(admin).byStage().getOrDefault(stage, -1L);
    }

    private void send(Topic topic, int partition, String value, boolean transaction) throws Exception {
        Map<String, Object> settings = transaction
                ? Map.of("bootstrap.servers", broker.kafka(), "transactional.id", "test")
                : Map.of("bootstrap.servers", broker.kafka());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            if (transaction) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            producer.send(new ProducerRecord<>(topic.name(), partition, "key", value))
                    .get();
            if (transaction) {
                producer.commitTransaction();
            }
        }
    }
}
