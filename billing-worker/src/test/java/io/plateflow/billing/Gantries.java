package io.plateflow.billing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Circle;
import io.plateflow.domain.place.Confirm;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.stay.Rules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** A gantry in each partition of the ledger; another vehicle passes each of them four times a second and is charged at once. */
final class Gantries implements AutoCloseable {
    static final String NAMED = "gantry-";
    private static final long EVERY_MILLIS = 250;

    private static final List<String> ZONES =
            IntStream.range(0, ByZone.PARTITIONS).mapToObj(Gantries::zoneOf).toList();

    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger passes = new AtomicInteger();

    Gantries(String kafka) {
        producer = new KafkaProducer<>(
                // Of several in flight a topic just made may take the second and refuse the first for good.
                Map.of("bootstrap.servers", kafka, "max.in.flight.requests.per.connection", "1"),
                new StringSerializer(),
                new ByteArraySerializer());
        for (int n = 0; n < ZONES.size(); n++) {
            send(Topics.ZONES.name(), ZONES.get(n) + "@1", Zone.class, zone(n));
        }
        send(Topics.TARIFFS.name(), "hourly@1", TariffVersion.class, Garage.tariff(1, null));
    }

    void open() {
        Future<?> unused = clock.scheduleAtFixedRate(this::pass, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How many charges there must be. */
    int shut() throws InterruptedException {
        clock.shutdown();
        assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        producer.flush();
        return passes.get() * ZONES.size();
    }

    private void pass() {
        int nth = passes.getAndIncrement();
        for (int n = 0; n < ZONES.size(); n++) {
            UUID id = UUID.nameUUIDFromBytes((ZONES.get(n) + nth).getBytes(UTF_8));
            Instant now = Instant.now();
            Capture capture = Ends.taken(id, 1, now, now, Direction.PASS, place(n), Set.of());
            Plate plate = new Plate("W%06d".formatted(nth));
            send(Topics.READINGS.name(), id.toString(), Reading.class, Ends.read(capture, plate, Set.of(), false));
        }
    }

    private <T> void send(String topic, String key, Class<T> type, T event) {
        Future<?> unused = producer.send(
                new ProducerRecord<>(topic, key, Json.serde(type).serializer().serialize("", event)));
    }

    /** The first name that falls into the partition. */
    private static String zoneOf(int partition) {
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> NAMED + n)
                .filter(zone -> Utils.toPositive(Utils.murmur2(zone.getBytes(UTF_8))) % ByZone.PARTITIONS == partition)
                .findFirst()
                .orElseThrow();
    }

    private static Zone zone(int n) {
        return new Zone(
                ZONES.get(n),
                1,
                Instant.EPOCH,
                Mode.PASSAGE,
                new Circle(place(n), 100),
                Mode.PASSAGE.closesAfter(),
                Rules.MERGE_WITHIN,
                Rules.MAX_STAY,
                Confirm.UNSURE,
                Garage.TARIFF,
                ZoneId.of("UTC"));
    }

    private static Coordinates place(int n) {
        return new Coordinates(10, n);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close();
    }
}
