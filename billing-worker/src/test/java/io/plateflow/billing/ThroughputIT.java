package io.plateflow.billing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.CreateTopics;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.embedded.EmbeddedBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * How many events a second one instance takes while 100,000 stays are open: exactly once, at least once, and through a bare
 * repartition, on the same machine one after another.
 */
@Tag("full")
class ThroughputIT {
    private static final Logger LOG = LoggerFactory.getLogger(ThroughputIT.class);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int OPEN = Integer.getInteger("plateflow.bench.open", 100_000);
    private static final int OF_EACH_KIND = 30_000;
    private static final int EVENTS = 2 * OF_EACH_KIND;
    /** How often the bare topology gets all events, lest it be through before its first transaction commits. */
    private static final int TIMES = 5;

    private static final double LEAST_OF_AT_LEAST_ONCE = 0.85;
    private static final double LEAST_OF_BARE = 0.1;

    private static final int CELLS = 60;
    private static final double CELL = 180.0 / (1 << 12);

    private final Instant morning = Instant.now().minus(Duration.ofHours(3));

    /** What could not be sent; nothing may be measured then. */
    private volatile @Nullable Exception lost;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    /** The first of each kind warms the compiler up and does not count; the others go there and back, so that drift cancels. */
    @Test
    void exactlyOnceCostsLittleAndTheLedgerAFewTimesABareRepartition() throws Exception {
        bare();
        ledger(StreamsConfig.AT_LEAST_ONCE);
        double bare = bare();
        double atLeastOnce = ledger(StreamsConfig.AT_LEAST_ONCE);
        double exactlyOnce = ledger(StreamsConfig.EXACTLY_ONCE_V2);
        exactlyOnce = mean(exactlyOnce, ledger(StreamsConfig.EXACTLY_ONCE_V2));
        atLeastOnce = mean(atLeastOnce, ledger(StreamsConfig.AT_LEAST_ONCE));
        bare = mean(bare, bare());
        LOG.warn(
                "events/s: exactly once {}, at least once {}, bare repartition {}",
                Math.round(exactlyOnce),
                Math.round(atLeastOnce),
                Math.round(bare));

        assertThat(exactlyOnce / atLeastOnce).isGreaterThanOrEqualTo(LEAST_OF_AT_LEAST_ONCE);
        assertThat(exactlyOnce / bare).isGreaterThanOrEqualTo(LEAST_OF_BARE);
    }

    private static double mean(double one, double other) {
        return (one + other) / 2;
    }

    /** Half of the events measured open further stays, half check out and charge. */
    private double ledger(String guarantee) throws Exception {
        Path own = Files.createTempDirectory(directory, guarantee);
        try (EmbeddedBroker broker = EmbeddedBroker.start(own.resolve("broker"), freePort(), freePort());
                KafkaProducer<String, byte[]> producer = producer(broker)) {
            CreateTopics.run(broker.bootstrap(), (short) 1);
            read(producer, 0, OPEN);
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            try (KafkaStreams before = streams(broker, own, guarantee, meters)) {
                before.start();
                await().atMost(LIMIT).until(() -> count(meters, "stays", "open") == OPEN);
            }
            read(producer, OPEN, OPEN + OF_EACH_KIND);
            checkOut(producer);
            producer.flush();
            SimpleMeterRegistry measured = new SimpleMeterRegistry();
            try (KafkaStreams streams = streams(broker, own, guarantee, measured)) {
                double rate = rate(
                        streams, EVENTS, () -> count(measured, "stays", "open") + count(measured, "charges", "issued"));
                LOG.warn("{} {}", guarantee, Math.round(rate));
                return rate;
            }
        }
    }

    private double bare() throws Exception {
        Path own = Files.createTempDirectory(directory, "bare");
        try (EmbeddedBroker broker = EmbeddedBroker.start(own.resolve("broker"), freePort(), freePort());
                KafkaProducer<String, byte[]> producer = producer(broker)) {
            CreateTopics.run(broker.bootstrap(), (short) 1);
            for (int time = 0; time < TIMES; time++) {
                read(producer, OPEN, OPEN + OF_EACH_KIND);
                checkOut(producer);
            }
            producer.flush();
            AtomicLong passed = new AtomicLong();
            StreamsBuilder builder = new StreamsBuilder();
            Consumed<String, byte[]> bytes = Consumed.with(Serdes.String(), Serdes.ByteArray());
            builder.stream(Set.of(Topics.READINGS.name(), Topics.COMMANDS.name()), bytes.withName("in"))
                    .repartition(Repartitioned.with(Serdes.String(), Serdes.ByteArray())
                            .withNumberOfPartitions(ByZone.PARTITIONS)
                            .withName("bare"))
                    .peek((key, value) -> passed.incrementAndGet(), Named.as("count"))
                    .to(Topics.CHARGES.name(), Produced.with(Serdes.String(), Serdes.ByteArray()));
            try (KafkaStreams streams =
                    new KafkaStreams(builder.build(), settings(broker, own, StreamsConfig.EXACTLY_ONCE_V2))) {
                double rate = rate(streams, TIMES * EVENTS, passed::get);
                LOG.warn("bare {}", Math.round(rate));
                return rate;
            }
        }
    }

    /**
     * Events a second, from the moment that all partitions are there and restored until the last event is through: both
     * sides of the repartition are in it. A transaction shows the first event only once thousands are behind it, so to
     * count from that one would leave out most of the work of a topology that does little.
     */
    private static double rate(KafkaStreams streams, int events, LongSupplier done) {
        CompletableFuture<Long> running = new CompletableFuture<>();
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.complete(System.nanoTime());
            }
        });
        streams.start();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> done.getAsLong() >= events);
        return events * 1e9 / (System.nanoTime() - running.join());
    }

    private static KafkaStreams streams(EmbeddedBroker broker, Path own, String guarantee, SimpleMeterRegistry meters) {
        Topology topology =
                BillingTopology.build(Stores::persistentKeyValueStore, Clock.systemUTC(), Duration.ofDays(90), meters);
        return new KafkaStreams(topology, settings(broker, own, guarantee));
    }

    private static Properties settings(EmbeddedBroker broker, Path own, String guarantee) {
        Properties settings = StreamsSettings.of(new BillingProperties(
                broker.bootstrap(),
                own.resolve("state"),
                DataSize.ofMegabytes(64),
                1,
                0,
                (short) 1,
                Duration.ofDays(90),
                Duration.ofSeconds(10)));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        return settings;
    }

    private static long count(SimpleMeterRegistry meters, String what, String event) {
        return (long)
                meters.counter("plateflow.billing." + what, "event", event).count();
    }

    private void read(KafkaProducer<String, byte[]> producer, int from, int to) {
        for (int n = from; n < to; n++) {
            send(
                    producer,
                    Topics.READINGS,
                    id(n).toString(),
                    Reading.class,
                    Ends.read(
                            Ends.taken(id(n), 1, morning, morning, Direction.SIGHTING, place(n), Set.of()),
                            plate(n),
                            Set.of(),
                            false));
        }
        producer.flush();
        assertThat(lost).isNull();
    }

    private void checkOut(KafkaProducer<String, byte[]> producer) {
        for (int n = 0; n < OF_EACH_KIND; n++) {
            String zone = Zones.zoneOf(place(n));
            Instant at = morning.plus(Duration.ofMinutes(90));
            send(
                    producer,
                    Topics.COMMANDS,
                    zone,
                    Command.class,
                    new StayCheckedOut(new UUID(9, n), zone, plate(n), id(n), at, "ana"));
        }
    }

    private <T> void send(KafkaProducer<String, byte[]> producer, Topic topic, String key, Class<T> type, T event) {
        byte[] value = requireNonNull(Json.serde(type).serializer().serialize("", event));
        Future<?> unused = producer.send(new ProducerRecord<>(topic.name(), key, value), (kept, e) -> {
            if (e != null) {
                lost = e;
            }
        });
    }

    private static UUID id(int n) {
        return new UUID(1, n);
    }

    private static Plate plate(int n) {
        return new Plate("K%06d".formatted(n));
    }

    private static Coordinates place(int n) {
        return new Coordinates(-34.6 + n % CELLS * CELL, -58.38);
    }

    private static KafkaProducer<String, byte[]> producer(EmbeddedBroker broker) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrap(),
                        "linger.ms",
                        "20",
                        "batch.size",
                        "262144",
                        // Of several in flight a topic just made may take the second and refuse the first for good.
                        "max.in.flight.requests.per.connection",
                        "1"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
