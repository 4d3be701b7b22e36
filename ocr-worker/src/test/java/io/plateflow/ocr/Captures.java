package io.plateflow.ocr;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.ocr.reading.Drawn;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends photos as the gateway does. */
final class Captures implements AutoCloseable {
    private static final Instant TAKEN = Instant.parse("2026-03-02T12:00:00Z");

    private final KafkaProducer<String, byte[]> producer = new KafkaConfig().producer(TestWorker.PROPERTIES);

    static byte[] photoOf(String plate) {
        try {
            return Drawn.street().plate(plate, 300, 300).png();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID live(byte[] image) throws ExecutionException, InterruptedException {
        return send(Topics.CAPTURES, image, null);
    }

    /** From a sender that says what the plate is. */
    UUID declared(byte[] image, String plate) throws ExecutionException, InterruptedException {
        return send(Topics.CAPTURES, image, plate);
    }

    UUID bulk(byte[] image) throws ExecutionException, InterruptedException {
        return send(Topics.CAPTURES_BULK, image, null);
    }

    List<UUID> live(byte[] image, int times) throws ExecutionException, InterruptedException {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            ids.add(live(image));
        }
        return ids;
    }

    /** A record that says nothing of itself. */
    UUID withoutHeaders(byte[] image) throws ExecutionException, InterruptedException {
        UUID id = UUID.randomUUID();
        producer.send(new ProducerRecord<>(Topics.CAPTURES.name(), id.toString(), image))
                .get();
        return id;
    }

    private UUID send(Topic topic, byte[] image, @Nullable String declaredPlate)
            throws ExecutionException, InterruptedException {
        UUID id = UUID.randomUUID();
        Capture capture = new Capture(
                id,
                TAKEN,
                TAKEN,
                new Coordinates(-34.6037, -58.3816),
                Capture.PlaceSource.REQUEST,
                Capture.TimeSource.REQUEST,
                new Capture.Image("image/png", 900, 600, image.length, "0".repeat(64)),
                "default",
                null,
                null,
                null,
                null,
                null,
                declaredPlate,
                topic.equals(Topics.CAPTURES) ? Capture.Priority.LIVE : Capture.Priority.BULK,
                Set.of(),
                1);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.name(), id.toString(), image);
        CaptureHeaders.write(capture, "/test", record.headers());
        producer.send(record).get();
        return id;
    }

    @Override
    public void close() {
        producer.close();
    }
}
