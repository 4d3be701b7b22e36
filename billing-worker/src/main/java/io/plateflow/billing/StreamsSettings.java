package io.plateflow.billing;

import io.plateflow.contracts.Groups;
import io.plateflow.contracts.Topics;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;

/** What Kafka Streams is told, and why. */
final class StreamsSettings {
    /** A dead instance's partitions move on after so long; with the default of 45 s a failover took 43 s, with this 9 s. */
    private static final int SESSION_TIMEOUT_MILLIS = 8_000;

    /** Readers of stays and charges wait no longer than this for a transaction that died. */
    private static final int TRANSACTION_TIMEOUT_MILLIS = 5_000;

    private StreamsSettings() {}

    static Properties of(BillingProperties billing) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, Groups.BILLING);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, billing.kafka());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, billing.stateDir().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, billing.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, billing.standbys());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) billing.replicas());

        // State, offsets and output commit together, so that a crash neither loses nor doubles money.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT_MILLIS);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MILLIS);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                SESSION_TIMEOUT_MILLIS / 4);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // A joining instance takes its share at once (3 s) rather than after warming up a copy.
        settings.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, 100_000_000L);

        // What the ledger drops leaves its changelogs too.
        settings.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG),
                Topics.COMPACTED_WITHIN.toMillis());

        // Event time is in the events; records carry the time of writing, so that retention counts from there.
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(BoundedRocksDb.MEMORY, billing.stateMemory().toBytes());

        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, KeepMalformed.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, KeepUnusable.class);
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.BILLING_DLQ.name());
        return settings;
    }
}
