package io.plateflow.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The topics of Plateflow. They are created once, by {@link CreateTopics}; brokers have auto-creation off. */
public final class Topics {
    /** The largest record: an image of 10 MiB and its headers. */
    public static final int LARGEST_RECORD_BYTES = 11 * 1024 * 1024;

    /**
     * What a later record of its key replaces or deletes is gone so long after that one at most, as soon as its partition has
     * another record: Kafka's own default knows no bound, and keeps what a quiet topic once held.
     */
    public static final Duration COMPACTED_WITHIN = Duration.ofDays(1);

    private static final int PARTITIONS = 6;

    /** captureId → the image's bytes, attributes in headers. */
    public static final Topic CAPTURES = images("captures", Duration.ofDays(7));

    /** As {@link #CAPTURES}, for folders sent in bulk: read only while that is empty. */
    public static final Topic CAPTURES_BULK = images("captures.bulk", Duration.ofDays(7));

    /** captureId → the original record, and why it was rejected in {@code x-error-*} headers. */
    public static final Topic CAPTURES_DLQ = images("captures.dlq", Duration.ofDays(30));

    /** captureId → {@link Reading}: the ends of all captures. */
    public static final Topic READINGS = kept("readings", PARTITIONS, Duration.ofDays(100));

    /** zoneId → {@link Command}. */
    public static final Topic COMMANDS = kept("commands", PARTITIONS, Duration.ofDays(100));

    /** stayId → {@link StayRecord}, the newest per stay. */
    public static final Topic STAYS = compacted("stays", PARTITIONS);

    /** stayId → {@link ChargeEvent}. */
    public static final Topic CHARGES = kept("charges", PARTITIONS, Duration.ofDays(100));

    /** As received → an event that billing could not use, and why in {@code __streams.errors.*} headers. */
    public static final Topic BILLING_DLQ = kept("billing.dlq", 1, Duration.ofDays(100));

    /** keyId → {@link ApiKey}. */
    public static final Topic KEYS = compacted("keys", 1);

    /** {@code id@version} → {@link io.plateflow.domain.place.Zone}. */
    public static final Topic ZONES = compacted("zones", 1);

    /** {@code id@version} → {@link TariffVersion}. */
    public static final Topic TARIFFS = compacted("tariffs", 1);

    /** {@code plate@version} → {@link io.plateflow.domain.tariff.Vehicle}. */
    public static final Topic VEHICLES = compacted("vehicles", 1);

    public static final List<Topic> ALL = List.of(
            CAPTURES,
            CAPTURES_BULK,
            CAPTURES_DLQ,
            READINGS,
            COMMANDS,
            STAYS,
            CHARGES,
            BILLING_DLQ,
            KEYS,
            ZONES,
            TARIFFS,
            VEHICLES);

    private Topics() {}

    private static Topic images(String name, Duration kept) {
        return new Topic(
                "plateflow." + name,
                PARTITIONS,
                Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        Long.toString(kept.toMillis()),
                        "retention.bytes",
                        "-1",
                        "max.message.bytes",
                        Integer.toString(LARGEST_RECORD_BYTES)));
    }

    private static Topic kept(String name, int partitions, Duration kept) {
        return new Topic(
                "plateflow." + name,
                partitions,
                Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", Long.toString(kept.toMillis()),
                        "retention.bytes", "-1"));
    }

    private static Topic compacted(String name, int partitions) {
        return new Topic(
                "plateflow." + name,
                partitions,
                Map.of(
                        "cleanup.policy",
                        "compact",
                        "max.compaction.lag.ms",
                        Long.toString(COMPACTED_WITHIN.toMillis())));
    }
}
