package io.plateflow.ingest.phone;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What others say of captures: readers, and people at a desk. */
final class Readings {
    static final Instant NOON = Instant.parse("2026-05-31T15:00:00Z");

    private Readings() {}

    static Capture capture(UUID id, String keyId, @Nullable String declaredPlate) {
        return new Capture(
                id,
                NOON,
                NOON,
                new Coordinates(-34.6037, -58.3816),
                Capture.PlaceSource.REQUEST,
                Capture.TimeSource.REQUEST,
                new Capture.Image("image/jpeg", 1600, 1200, 200_000, "ab".repeat(32)),
                keyId,
                null,
                8.0,
                null,
                null,
                "phone",
                declaredPlate,
                Capture.Priority.LIVE,
                Set.<CaptureFlag>of(),
                1);
    }

    static PlateRead read(Capture capture, String plate, boolean needsReview) {
        PlateRead.Seen seen = new PlateRead.Seen(new Plate(plate), 0.97, List.of("AR"), List.of(), List.of());
        return new PlateRead(
                capture.id(), capture.attempt(), NOON, capture, seen, List.of(), needsReview, false, "test", Map.of());
    }

    static PlateUnreadable unreadable(Capture capture) {
        return new PlateUnreadable(
                capture.id(), capture.attempt(), NOON, capture, "too-small", List.of(), "test", Map.of());
    }

    static PlateRejected rejected(UUID id, @Nullable Capture capture) {
        return new PlateRejected(id, 1, NOON, capture, "malformed-image", "The JPEG ends early.");
    }

    static PlateCorrected corrected(Capture capture, @Nullable String plate) {
        Plate right = plate == null ? null : new Plate(plate);
        return new PlateCorrected(
                capture.id(), 1, NOON, 1, capture, right, Set.of(), "operator", "seen", UUID.randomUUID());
    }

    static void send(String kafka, Reading... readings) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            for (Reading one : readings) {
                producer.send(new ProducerRecord<>(
                                Topics.READINGS.name(), one.captureId().toString(), Json.MAPPER.writeValueAsBytes(one)))
                        .get();
            }
        }
    }

    /** All that lies on the topic of one capture, in its order. */
    static List<Reading> of(String kafka, UUID capture) {
        List<Reading> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.READINGS.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < end.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> {
                    if (one.key().equals(capture.toString())) {
                        found.add(Json.MAPPER.readValue(one.value(), Reading.class));
                    }
                });
            }
        }
        return found;
    }
}
