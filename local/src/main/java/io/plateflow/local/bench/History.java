package io.plateflow.local.bench;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.Uuids;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.tariff.Price;
import io.plateflow.domain.tariff.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Two months of a city as its events: vehicles that came and left again, each read without doubt and charged. */
final class History {
    static final int CAPTURES_OF_A_VISIT = 2;

    private static final Duration SPAN = Duration.ofDays(60);
    private static final Duration LONGEST_STAY = Duration.ofHours(10);
    private static final int PLATES = 200_000;
    private static final int PLACES = 400;
    private static final int CAMERAS = 40;
    private static final int IMAGE = 1_024;
    private static final int SIDE = 20;

    private final Instant start;

    History(Instant now) {
        start = now.minus(SPAN).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Mercosur plates, {@code n} from 0. */
    static Plate plate(int n) {
        int letters = n / 1_000;
        return new Plate("A%c%03d%c%c"
                .formatted('A' + letters / 676 % 26, n % 1_000, 'A' + letters / 26 % 26, 'A' + letters % 26));
    }

    static Coordinates place(int n) {
        int row = n / SIDE;
        int column = n % SIDE;
        return new Coordinates(-34.50 - 0.01 * row, -58.30 - 0.01 * column);
    }

    /** The records of the {@code n}th visit: two captures, their readings, the stay and its charge. Any run gives it the same ids. */
    List<ProducerRecord<String, byte[]>> visit(int n) {
        SplittableRandom random = new SplittableRandom(n);
        Instant from = start.plusMillis(
                random.nextLong(SPAN.minus(LONGEST_STAY).minusHours(1).toMillis()));
        Instant to = from.plusSeconds(random.nextLong(300, LONGEST_STAY.toSeconds()));
        Visit visit = new Visit(
                n,
                id(n, "stay"),
                plate(random.nextInt(PLATES)),
                place(random.nextInt(PLACES)),
                "camera-" + random.nextInt(CAMERAS),
                0.7 + random.nextDouble(0.3),
                from,
                to);
        byte[] image = new byte[IMAGE];
        random.nextBytes(image);
        Capture entry = Events.capture(id(n, "entry"), from, visit.place(), visit.camera(), Direction.ENTRY);
        Capture exit = Events.capture(id(n, "exit"), to, visit.place(), visit.camera(), Direction.EXIT);
        return List.of(
                Events.photo(entry, image),
                Events.photo(exit, image),
                Events.reading(entry, visit.plate(), visit.confidence()),
                Events.reading(exit, visit.plate(), visit.confidence()),
                Events.json(Topics.STAYS, visit.id(), stay(visit, entry.id(), exit.id())),
                Events.json(Topics.CHARGES, visit.id(), charge(visit, entry.id(), exit.id())));
    }

    private record Visit(
            int n,
            UUID id,
            Plate plate,
            Coordinates place,
            String camera,
            double confidence,
            Instant from,
            Instant to) {}

    private static UUID id(int n, String of) {
        return Uuids.v5("bench-history", of, Integer.toString(n));
    }

    private static StayRecord stay(Visit visit, UUID entry, UUID exit) {
        return new StayRecord(
                visit.id(),
                1,
                Zones.zoneOf(visit.place()),
                visit.plate(),
                StayRecord.State.CLOSED,
                visit.place(),
                visit.from(),
                visit.to(),
                "EXIT",
                visit.to(),
                List.of(entry, exit),
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

    private static ChargeIssued charge(Visit visit, UUID entry, UUID exit) {
        Price price = Tariff.ORIGINAL.price(visit.from(), visit.to());
        return new ChargeIssued(
                id(visit.n(), "charge"),
                visit.id(),
                1,
                Zones.zoneOf(visit.place()),
                visit.plate(),
                entry,
                visit.from(),
                visit.to(),
                price.amount(),
                price.lines(),
                Tariff.ORIGINAL.reference(),
                Set.of(),
                List.of(entry, exit),
                visit.to().plusSeconds(3),
                null,
                price.elapsedSeconds(),
                price.billedSeconds());
    }
}
