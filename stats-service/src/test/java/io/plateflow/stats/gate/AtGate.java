package io.plateflow.stats.gate;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.StayRecord.State;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.tariff.Price;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Story;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A garage with one camera at each gate, as the topics tell of it.
 *
 * @param photos what a camera sees of a plate, which is empty where none is read
 */
public record AtGate(Coordinates place, Function<String, byte[]> photos) {
    static final Tariff TARIFF = Tariff.ORIGINAL;

    /** Where the plate is on each photo. */
    private static final List<PlateRead.Corner> OUTLINE = List.of(
            new PlateRead.Corner(220, 330),
            new PlateRead.Corner(420, 330),
            new PlateRead.Corner(420, 390),
            new PlateRead.Corner(220, 390));

    /** One where nobody looks at the photos. */
    AtGate(Coordinates place) {
        this(place, plate -> Story.photo());
    }

    public String zone() {
        return Zones.zoneOf(place);
    }

    /** A photo whose plate is not read yet. */
    public UUID photo(String camera, Direction direction, Instant at) throws Exception {
        return photo(camera, direction, at, "");
    }

    private UUID photo(String camera, Direction direction, Instant at, String plate) throws Exception {
        UUID id = UUID.randomUUID();
        ProducerRecord<String, byte[]> photo =
                new ProducerRecord<>(Topics.CAPTURES.name(), id.toString(), photos.apply(plate));
        CaptureHeaders.write(capture(id, camera, direction, at), "/plateflow/ingest", photo.headers());
        Story.send(TestKafka.bootstrap(), List.of(photo));
        return id;
    }

    /** A photo and its reading, with what else the plate may be. */
    public UUID read(
            String camera, Direction direction, Instant at, String plate, boolean needsReview, String... others)
            throws Exception {
        UUID id = photo(camera, direction, at, plate);
        PlateRead.Seen seen = new PlateRead.Seen(
                new Plate(plate),
                0.9,
                List.of("AR"),
                Stream.concat(
                                Stream.of(new PlateRead.Candidate(plate, 0.9)),
                                Stream.of(others).map(other -> new PlateRead.Candidate(other, 0.2)))
                        .toList(),
                OUTLINE);
        send(
                Topics.READINGS.name(),
                id,
                new PlateRead(
                        id,
                        1,
                        Instant.now(),
                        capture(id, camera, direction, at),
                        seen,
                        List.of(),
                        needsReview,
                        false,
                        "test",
                        Map.of()));
        return id;
    }

    public UUID unread(String camera, Instant at) throws Exception {
        UUID id = photo(camera, Direction.EXIT, at);
        send(
                Topics.READINGS.name(),
                id,
                new PlateUnreadable(
                        id,
                        1,
                        Instant.now(),
                        capture(id, camera, Direction.EXIT, at),
                        "no-plate-found",
                        List.of(),
                        "test",
                        Map.of()));
        return id;
    }

    /** A photo that no reader could work on. */
    public UUID rejected(String camera, Instant at) throws Exception {
        UUID id = photo(camera, Direction.EXIT, at);
        send(
                Topics.READINGS.name(),
                id,
                new PlateRejected(
                        id,
                        1,
                        Instant.now(),
                        capture(id, camera, Direction.EXIT, at),
                        "malformed-image",
                        "it is no image"));
        return id;
    }

    public UUID stay(String plate, State state, Instant from, @Nullable Instant to, Set<String> flags, UUID... captures)
            throws Exception {
        UUID id = UUID.randomUUID();
        stay(id, 1, plate, state, from, to, flags, captures);
        return id;
    }

    void stay(
            UUID id,
            int version,
            String plate,
            State state,
            Instant from,
            @Nullable Instant to,
            Set<String> flags,
            UUID... captures)
            throws Exception {
        send(
                Topics.STAYS.name(),
                id,
                new StayRecord(
                        id,
                        version,
                        zone(),
                        new Plate(plate),
                        state,
                        place,
                        from,
                        to,
                        to == null ? null : "EXIT",
                        to == null ? from : to,
                        List.of(captures),
                        TARIFF.reference(),
                        flags,
                        null,
                        1,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** A stay that an EXIT closed, and its charge. */
    public UUID charged(String plate, Instant from, Instant to, UUID... captures) throws Exception {
        UUID stay = stay(plate, State.CLOSED, from, to, Set.of(), captures);
        Price price = TARIFF.price(from, to);
        send(
                Topics.CHARGES.name(),
                stay,
                new ChargeIssued(
                        UUID.randomUUID(),
                        stay,
                        1,
                        zone(),
                        new Plate(plate),
                        captures[0],
                        from,
                        to,
                        price.amount(),
                        price.lines(),
                        TARIFF.reference(),
                        Set.of(),
                        List.of(captures),
                        to,
                        null,
                        price.elapsedSeconds(),
                        price.billedSeconds()));
        return stay;
    }

    private static void send(String topic, UUID key, Object value) throws Exception {
        Story.send(
                TestKafka.bootstrap(),
                List.of(new ProducerRecord<>(topic, key.toString(), Json.MAPPER.writeValueAsBytes(value))));
    }

    private Capture capture(UUID id, String camera, Direction direction, Instant at) {
        return new Capture(
                id,
                at,
                at.plus(1, ChronoUnit.MILLIS),
                place,
                Capture.PlaceSource.REQUEST,
                Capture.TimeSource.REQUEST,
                new Capture.Image("image/jpeg", 640, 480, Story.photo().length, "ab".repeat(32)),
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
}
