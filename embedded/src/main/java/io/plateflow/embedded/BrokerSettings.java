package io.plateflow.embedded;

import io.plateflow.contracts.Topics;
import java.util.Map;

/** What every broker of Plateflow has set, in process or in a container; by Kafka's names. */
final class BrokerSettings {
    private static final String LARGEST = Integer.toString(Topics.LARGEST_RECORD_BYTES);

    /** One node: each internal topic has one copy. */
    static final Map<String, String> SINGLE_NODE = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("message.max.bytes", LARGEST),
            Map.entry("replica.fetch.max.bytes", LARGEST),
            // A topic's own retention decides; size never does.
            Map.entry("log.retention.bytes", "-1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "8"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "8"),
            // ms; readers of committed records wait for a killed writer's transaction, 10 s by default.
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "8"),
            // The most that the broker allows: workers reject a record long before, at the third delivery.
            Map.entry("group.share.delivery.count.limit", "10"),
            // ms; a dead worker's records are free again after this. Readers set their own.
            Map.entry("group.share.record.lock.duration.ms", "15000"),
            Map.entry("group.share.min.session.timeout.ms", "6000"),
            Map.entry("group.share.session.timeout.ms", "6000"),
            Map.entry("group.share.min.heartbeat.interval.ms", "2000"),
            Map.entry("group.share.heartbeat.interval.ms", "2000"));

    private BrokerSettings() {}
}
