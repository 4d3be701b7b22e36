package io.plateflow.stats.materialise;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.ChargeSettled;
import io.plateflow.contracts.ChargeVoided;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.money.Money;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Price;
import io.plateflow.domain.tariff.Tariff;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The logs of a made-up site, two partitions a topic: repeats, several attempts and ends, voids before their charges, few
 * plates and places so that counts of distinct ones go up and down, and offsets with gaps as marks of transactions leave.
 *
 * @param ends how each capture ends: with the first of the highest attempt
 * @param corrections what a person last said of a capture's plate
 * @param dropped stays that billing dropped, and did not take up again
 */
record History(
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> logs,
        Map<UUID, Reading> ends,
        Map<UUID, PlateCorrected> corrections,
        Set<UUID> dropped) {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static History of(long seed, int captures) {
        Random random = new Random(seed);
        History history = new History(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
        Instance.topics()
                .forEach(t ->
                        List.of(0, 1).forEach(p -> history.logs.put(new TopicPartition(t, p), new ArrayList<>())));
        for (int i = 0; i < captures; i++) {
            Capture capture = capture(random, 1);
            history.photo(capture);
            if (random.nextInt(4) == 0) {
                history.photo(capture);
            }
            for (int end = random.nextInt(4); end > 0; end--) {
                history.end(reading(random, capture, 1 + random.nextInt(2)));
            }
            for (int n = random.nextInt(6); n > 3; n--) {
                history.correction(corrected(random, capture, 1 + random.nextInt(2)));
            }
            history.money(random, capture);
        }
        return history;
    }

    private void photo(Capture capture) {
        ConsumerRecord<String, byte[]> event = append(
                Topics.CAPTURES.name(), capture.id(), capture.id().toString().getBytes(StandardCharsets.UTF_8));
        CaptureHeaders.write(capture, "test", event.headers());
    }

    private void end(Reading reading) {
        append(Topics.READINGS.name(), reading.captureId(), Json.MAPPER.writeValueAsBytes(reading));
        ends.merge(reading.captureId(), reading, (a, b) -> b.attempt() > a.attempt() ? b : a);
    }

    private void correction(PlateCorrected correction) {
        append(Topics.READINGS.name(), correction.captureId(), Json.MAPPER.writeValueAsBytes(correction));
        corrections.merge(correction.captureId(), correction, (a, b) -> b.n() > a.n() ? b : a);
    }

    /** The plate that a capture bills; empty where it has none. */
    String plate(UUID capture) {
        PlateCorrected corrected = corrections.get(capture);
        if (corrected != null) {
            return corrected.plate() == null ? "" : corrected.plate().text();
        }
        return ends.get(capture) instanceof PlateRead read ? read.plate().text().text() : "";
    }

    private void money(Random random, Capture capture) {
        UUID stayId = id(random);
        Plate plate = new Plate("AA" + (100 + random.nextInt(5)) + "AA");
        for (int version = 1; version <= 1 + random.nextInt(3); version++) {
            append(Topics.STAYS.name(), stayId, Json.MAPPER.writeValueAsBytes(stay(stayId, version, plate, capture)));
            dropped.remove(stayId);
            if (random.nextInt(4) == 0) {
                append(Topics.STAYS.name(), stayId, null);
                dropped.add(stayId);
            }
        }
        Instant to = capture.capturedAt().plus(Duration.ofMinutes(1 + random.nextInt(3000)));
        Price price = Tariff.ORIGINAL.price(capture.capturedAt(), to);
        UUID chargeId = id(random);
        byte[] issued = Json.MAPPER.writeValueAsBytes(new ChargeIssued(
                chargeId,
                stayId,
                1,
                "auto:69y7p",
                plate,
                capture.id(),
                capture.capturedAt(),
                to,
                price.amount(),
                price.lines(),
                Tariff.ORIGINAL.reference(),
                Set.of(),
                List.of(capture.id()),
                to,
                null,
                null,
                null));
        byte[] voided = Json.MAPPER.writeValueAsBytes(new ChargeVoided(chargeId, stayId, 1, "recomputed", to));
        List<byte[]> events = List.of(
                        List.of(issued),
                        List.of(issued, issued, voided),
                        List.of(voided, issued, voided),
                        List.<byte[]>of())
                .get(random.nextInt(4));
        events.forEach(event -> append(Topics.CHARGES.name(), stayId, event));
        payments(random, capture, price.amount(), to);
    }

    /** Some are sent twice, some give money back. */
    private void payments(Random random, Capture capture, Money amount, Instant at) {
        for (int n = random.nextInt(3); n > 0; n--) {
            Money paid = n == 2 ? new Money(amount.amount().negate(), amount.currency()) : amount;
            byte[] settled = Json.MAPPER.writeValueAsBytes(new ChargeSettled(
                    id(random), "auto:69y7p", capture.id(), at.plusSeconds(n), "till", paid, "cash", null));
            for (int times = 1 + random.nextInt(2); times > 0; times--) {
                append(Topics.COMMANDS.name(), capture.id(), settled);
            }
        }
    }

    private ConsumerRecord<String, byte[]> append(String topic, UUID key, byte @Nullable [] value) {
        TopicPartition partition = new TopicPartition(topic, Math.floorMod(key.hashCode(), 2));
        List<ConsumerRecord<String, byte[]>> log = logs.getOrDefault(partition, List.of());
        long offset = log.size() + log.size() / 3L;
        ConsumerRecord<String, byte[]> event =
                new ConsumerRecord<>(topic, partition.partition(), offset, key.toString(), value);
        log.add(event);
        return event;
    }

    private static Capture capture(Random random, int attempt) {
        Instant at = NOON.plus(Duration.ofHours(random.nextInt(72)));
        return new Capture(
                id(random),
                at,
                at.plusSeconds(1),
                new Coordinates(-34.6 - random.nextInt(4) / 100.0, -58.4),
                Capture.PlaceSource.REQUEST,
                Capture.TimeSource.REQUEST,
                new Capture.Image("image/jpeg", 640, 480, 36, "ab".repeat(32)),
                "default",
                random.nextInt(5) == 0 ? "https://maps.google.com/?q=-34.6,-58.4" : null,
                null,
                "north",
                null,
                null,
                null,
                Capture.Priority.LIVE,
                Set.of(),
                attempt);
    }

    private static Reading reading(Random random, Capture capture, int attempt) {
        Instant at = capture.receivedAt().plusMillis(random.nextInt(10_000));
        return switch (random.nextInt(4)) {
            case 0 -> new PlateUnreadable(capture.id(), attempt, at, capture, "too-small", List.of(), "t", Map.of());
            case 1 ->
                new PlateRejected(
                        capture.id(), attempt, at, random.nextBoolean() ? capture : null, "malformed-image", "broken");
            default ->
                new PlateRead(
                        capture.id(),
                        attempt,
                        at,
                        capture,
                        new PlateRead.Seen(
                                new Plate("AA" + (100 + random.nextInt(5)) + "AA"),
                                0.9,
                                List.of(),
                                List.of(),
                                List.of()),
                        List.of(),
                        false,
                        false,
                        "t",
                        Map.of());
        };
    }

    private static PlateCorrected corrected(Random random, Capture capture, int n) {
        Plate plate = random.nextInt(3) == 0 ? null : new Plate("AA" + (100 + random.nextInt(5)) + "AA");
        return new PlateCorrected(
                capture.id(), 1, capture.receivedAt(), n, capture, plate, Set.of(), "ana", "seen", id(random));
    }

    private static StayRecord stay(UUID id, int version, Plate plate, Capture capture) {
        return new StayRecord(
                id,
                version,
                "auto:69y7p",
                plate,
                StayRecord.State.OPEN,
                capture.place(),
                capture.capturedAt(),
                null,
                null,
                capture.capturedAt(),
                List.of(capture.id()),
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

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
