package io.plateflow.stats.live;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeSettled;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Topics;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Something that viewers will be told of.
 *
 * @param next offset that the rows must have reached
 * @param kind {@code capture}, {@code stay}, {@code charge} or {@code payment}
 * @param id of it; of a payment the captureId that it was made for
 */
record Happened(TopicPartition partition, long next, String kind, UUID id) {

    /** What a record says; null when viewers hear nothing of it, or nobody can read it, which the rows keep as poison. */
    static @Nullable Happened in(ConsumerRecord<String, byte[]> event) {
        try {
            TopicPartition partition = new TopicPartition(event.topic(), event.partition());
            if (event.topic().equals(Topics.CHARGES.name())) {
                byte[] value = Objects.requireNonNull(event.value());
                UUID id = Json.MAPPER.readValue(value, ChargeEvent.class).id();
                return new Happened(partition, event.offset() + 1, "charge", id);
            }
            if (event.topic().equals(Topics.COMMANDS.name())) {
                byte[] value = Objects.requireNonNull(event.value());
                // What other commands do comes from billing.
                return Json.MAPPER.readValue(value, Command.class) instanceof ChargeSettled settled
                        ? new Happened(partition, event.offset() + 1, "payment", settled.captureId())
                        : null;
            }
            String kind = event.topic().equals(Topics.STAYS.name()) ? "stay" : "capture";
            return new Happened(partition, event.offset() + 1, kind, UUID.fromString(event.key()));
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** The same in the words of what it changed. */
    Happened to(String changed, UUID itsId) {
        return new Happened(partition, next, changed, itsId);
    }
}
