package io.plateflow.local.bench;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Events as the services write them, of captures that nobody took. */
final class Events {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int BYTES = 1_024;

    private Events() {}

    static Capture capture(UUID id, Instant at, Coordinates place, String camera, Direction direction) {
        return new Capture(
                id,
                at,
                at.plusSeconds(1),
                place,
                Capture.PlaceSource.REQUEST,
                Capture.TimeSource.REQUEST,
                new Capture.Image("image/jpeg", WIDTH, HEIGHT, BYTES, "ab".repeat(32)),
                "default",
                null,
                null,
                camera,
                direction,
                null,
                null,
                Capture.Priority.LIVE,
                Set.of(),
                1);
    }

    static ProducerRecord<String, byte[]> photo(Capture capture, byte[] image) {
        ProducerRecord<String, byte[]> photo =
                new ProducerRecord<>(Topics.CAPTURES.name(), capture.id().toString(), image);
        CaptureHeaders.write(capture, "/plateflow/bench", photo.headers());
        return photo;
    }

    /** Its end: read without doubt. */
    static ProducerRecord<String, byte[]> reading(Capture capture, Plate plate, double confidence) {
        PlateRead.Seen seen = new PlateRead.Seen(
                plate,
                confidence,
                List.of("AR"),
                List.of(),
                List.of(
                        new PlateRead.Corner(100, 200),
                        new PlateRead.Corner(220, 200),
                        new PlateRead.Corner(220, 240),
                        new PlateRead.Corner(100, 240)));
        return json(
                Topics.READINGS,
                capture.id(),
                new PlateRead(
                        capture.id(),
                        1,
                        capture.receivedAt().plusSeconds(1),
                        capture,
                        seen,
                        List.of(),
                        false,
                        false,
                        "drawn",
                        Map.of()));
    }

    static ProducerRecord<String, byte[]> json(Topic topic, UUID key, Object value) {
        return new ProducerRecord<>(topic.name(), key.toString(), Json.MAPPER.writeValueAsBytes(value));
    }

    /** Returns once the broker has them all. */
    static void send(String kafka, Stream<List<ProducerRecord<String, byte[]>>> events) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "linger.ms",
                        20,
                        "batch.size",
                        262_144,
                        "compression.type",
                        "lz4",
                        "max.request.size",
                        Topics.LARGEST_RECORD_BYTES),
                new StringSerializer(),
                new ByteArraySerializer())) {
            events.flatMap(List::stream).forEach(event -> {
                var unused = producer.send(event, (done, e) -> {
                    if (e != null) {
                        failure.compareAndSet(null, e);
                    }
                });
            });
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the broker did not take all events", failure.get());
        }
    }
}
