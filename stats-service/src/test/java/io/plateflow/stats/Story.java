package io.plateflow.stats;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.ChargeVoided;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.Uuids;
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
import java.util.stream.Stream;
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
        return charged(1, to);
    }

    /** The record by which billing voids its charge of {@code revision}. */
    public List<ProducerRecord<String, byte[]>> voided(int revision, String reason) {
        return List.of(json(
                Topics.CHARGES.name(),
                stayId,
                new ChargeVoided(chargeOf(revision), stayId, revision, reason, seenAt.plusSeconds(90))));
    }

    /** The records of its end at {@code to} and of a charge of {@code revision} for it. */
    public List<ProducerRecord<String, byte[]>> charged(int revision, Instant to) {
        Price price = Tariff.ORIGINAL.price(seenAt, to);
        return List.of(
                json(Topics.STAYS.name(), stayId, stay(revision + 1, StayRecord.State.CLOSED, to)),
                json(Topics.CHARGES.name(), stayId, charge(revision, to, price)));
    }

    /** The id of its charge of {@code revision}. */
    public UUID chargeOf(int revision) {
        return revision == 1 ? chargeId : Uuids.v5(chargeId.toString(), Integer.toString(revision));
    }

    /** Its stay, flagged. */
    public List<ProducerRecord<String, byte[]>> flagged(
            int version, StayRecord.State state, @Nullable Instant to, Set<String> flags) {
        return List.of(json(Topics.STAYS.name(), stayId, stay(version, state, to, flags, null)));
    }

    /** Its stay, whose captures {@code other} holds now. */
    public List<ProducerRecord<String, byte[]>> superseded(int version, UUID other) {
        return List.of(
                json(Topics.STAYS.name(), stayId, stay(version, StayRecord.State.SUPERSEDED, null, Set.of(), other)));
    }

    /** Another capture of a vehicle, read as {@code plate}, of the same stay. */
    public Story seenAgain(UUID capture, String plate) {
        return new Story(capture, UUID.randomUUID(), UUID.randomUUID(), new Plate(plate), seenAt);
    }

    /** Its stay, which holds {@code more} captures too. */
    public List<ProducerRecord<String, byte[]>> withCaptures(int version, UUID... more) {
        StayRecord one = stay(version, StayRecord.State.OPEN, null);
        List<UUID> captures =
                Stream.concat(Stream.of(captureId), Stream.of(more)).toList();
        return List.of(json(
                Topics.STAYS.name(),
                stayId,
                new StayRecord(
                        one.id(),
                        one.version(),
                        one.zone(),
                        one.plate(),
                        one.state(),
                        one.place(),
                        one.from(),
                        one.to(),
                        one.closedBy(),
                        one.lastSeen(),
                        captures,
                        one.tariff(),
                        one.flags(),
                        one.supersededBy(),
                        one.rulesVersion(),
                        one.mode(),
                        one.vehicleClass(),
                        one.exempt(),
                        one.provisionalUntil(),
                        one.waived())));
    }

    /** Another stay of the same capture, with a charge of its own. */
    public Story elsewhere() {
        return new Story(captureId, UUID.randomUUID(), UUID.randomUUID(), plate, seenAt);
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

    private ChargeIssued charge(int revision, Instant to, Price price) {
        return new ChargeIssued(
                chargeOf(revision),
                stayId,
                revision,
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
                price.elapsedSeconds(),
                price.billedSeconds());
    }

    private StayRecord stay(int version, StayRecord.State state, @Nullable Instant to) {
        return stay(version, state, to, Set.of(), null);
    }

    private StayRecord stay(
            int version, StayRecord.State state, @Nullable Instant to, Set<String> flags, @Nullable UUID supersededBy) {
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
                flags,
                supersededBy,
                1,
                null,
                null,
                null,
                null,
                null);
    }
}
