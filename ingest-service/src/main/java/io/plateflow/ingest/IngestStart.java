package io.plateflow.ingest;

import io.plateflow.contracts.Topic;
import io.plateflow.contracts.TopicCheck;
import io.plateflow.contracts.Topics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * What must be true before the service is ready: the broker answers, its topics are as they must be, the keys are read.
 *
 * <p>Spring Boot publishes readiness only after this has run; wrong topics end the process.
 */
final class IngestStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(IngestStart.class);
    private static final List<Topic> NEEDED =
            List.of(Topics.CAPTURES, Topics.CAPTURES_BULK, Topics.READINGS, Topics.KEYS);

    private final IngestProperties settings;
    private final Producer<String, byte[]> producer;
    private final KeyFeed keys;

    IngestStart(IngestProperties settings, Producer<String, byte[]> producer, KeyFeed keys) {
        this.settings = settings;
        this.producer = producer;
        this.keys = keys;
    }

    @Override
    public void run(ApplicationArguments arguments) throws ExecutionException, InterruptedException {
        try (Admin admin = KafkaClients.patientAdmin(settings)) {
            List<String> faults = TopicCheck.faults(admin, NEEDED);
            if (!faults.isEmpty()) {
                throw new IllegalStateException("the topics are not as they must be: " + String.join("; ", faults));
            }
        }
        producer.partitionsFor(Topics.CAPTURES.name()); // so that the first photo need not wait for it
        producer.partitionsFor(Topics.CAPTURES_BULK.name());
        producer.partitionsFor(Topics.READINGS.name());
        LOG.info("ready; {} keys are in force", keys.readToEnd());
    }
}
