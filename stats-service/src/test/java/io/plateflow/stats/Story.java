package io.plateflow.stats;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Price;
import io.plateflow.domain.tariff.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** One vehicle, from its photo to its stay, and on request to its charge; {@code hours} ago it was seen. */
public record Story(UUID captureId, UUID stayId, UUID chargeId, Plate plate, Instant seenAt) {
    private static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};
    private static final Coordinates PLACE = new Coordinates(-34.60373, -58.38157);
    public static final String ZONE = Zones.zoneOf(PLACE);

    public static Story of(String plate, Duration ago) {
        return new Story(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Plate(plate),
                Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS));
    }

    /** The bytes that it sends as its photo. */
    public static byte[] photo() {
        return PHOTO.clone();
    }

    /** The records of photo, reading and open stay. */
    public List<ProducerRecord<String, byte[]>> open() {
        ProducerRecord<String, byte[]> photo =
                new ProducerRecord<>(Topics.CAPTURES.name(), captureId.toString(), PHOTO);
        CaptureHeaders.write(capture(), "/plateflow/ingest", photo.headers());
        return List.of(
                photo,
                json(Topics.READINGS.name(), captureId, reading()),
                json(Topics.STAYS.name(), stayId, stay(1, StayRecord.State.OPEN, null)));
    }

    /** The records of its end at {@code to} and of the charge that follows. */
    public List<ProducerRecord<String, byte[]>> end(Instant to) {
        Price price = Tariff.ORIGINAL.price(seenAt, to);
        ChargeIssued charge = new ChargeIssued(
                chargeId,
                stayId,
                1,
                ZONE,
                plate,
                captureId,
                seenAt,
                to,
                price.amount(),
                price.lines(),
                Tariff.ORIGINAL.reference(),
                Set.of(),
                List.of(captureId),
                to,
                null,
                null,
                null);
        return List.of(
                json(Topics.STAYS.name(), stayId, stay(2, StayRecord.State.CLOSED, to)),
                json(Topics.CHARGES.name(), stayId, charge));
    }

    /** The record by which billing drops its stay. */
    public List<ProducerRecord<String, byte[]>> dropped() {
        return List.of(new ProducerRecord<>(Topics.STAYS.name(), stayId.toString(), null));
    }

    /** The record of a person's correction. */
    public List<ProducerRecord<String, byte[]>> corrected(int n, @Nullable Plate right) {
        PlateCorrected correction = new PlateCorrected(
                captureId, 1, seenAt.plusSeconds(60), n, capture(), right, Set.of(), "ana", "seen", UUID.randomUUID());
        return List.of(json(Topics.READINGS.name(), captureId, correction));
    }

    public static void send(String bootstrap, List<ProducerRecord<String, byte[]>> records) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> message : records) {
                producer.send(message).get();
            }
        }
    }

    private static ProducerRecord<String, byte[]> json(String topic, UUID key, Object value) {
        return new ProducerRecord<>(topic, key.toString(), Json.MAPPER.writeValueAsBytes(value));
    }

    private Capture capture() {
        return new Capture(
                captureId,
                seenAt,
                seenAt.plusSeconds(1),
                PLACE,
                Capture.PlaceSource.REQUEST,
                Capture.TimeSource.REQUEST,
                new Capture.Image("image/jpeg", 640, 480, PHOTO.length, "ab".repeat(32)),
                "default",
                null,
                null,
                "north",
                null,
                null,
                null,
                Capture.Priority.LIVE,
                Set.of(),
                1);
    }

    private PlateRead reading() {
        return new PlateRead(
                captureId,
                1,
                seenAt.plusSeconds(2),
                capture(),
                new PlateRead.Seen(
                        plate,
                        0.97,
                        List.of("AR"),
                        List.of(new PlateRead.Candidate("AB123CO", 0.1)),
                        List.of(new PlateRead.Corner(1, 2))),
                List.of(),
                false,
                false,
                "test",
                Map.of());
    }

    private StayRecord stay(int version, StayRecord.State state, @Nullable Instant to) {
        return new StayRecord(
                stayId,
                version,
                ZONE,
                plate,
                state,
                PLACE,
                seenAt,
                to,
                to == null ? null : "CHECKOUT",
                seenAt,
                List.of(captureId),
                Tariff.ORIGINAL.reference(),
                Set.of(),
                null,
                1,
                null,
                null,
                null,
                null,
                null);
    }
}
