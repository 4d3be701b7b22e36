package io.plateflow.billing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.tariff.Vehicle;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.springframework.util.unit.DataSize;

/** The whole flow without a broker, at a time of one's choice. */
final class Bench implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-02T20:00:00Z");
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Reading> readings;
    private final TestInputTopic<String, Command> commands;
    private final TestInputTopic<String, Zone> zones;
    private final TestInputTopic<String, TariffVersion> tariffs;
    private final TestInputTopic<String, Vehicle> vehicles;
    private final TestOutputTopic<String, StayRecord> stays;
    private final TestOutputTopic<String, ChargeEvent> charges;
    private Instant now;

    Bench() {
        this(START);
    }

    Bench(Instant begin) {
        this(Stores::inMemoryKeyValueStore, begin);
    }

    private Bench(Function<String, KeyValueBytesStoreSupplier> store, Instant begin) {
        now = begin;
        InstantSource time = () -> now;
        BillingProperties billing = new BillingProperties(
                "unused:9092",
                Path.of("target", "bench-state", UUID.randomUUID().toString()),
                DataSize.ofMegabytes(16),
                1,
                0,
                (short) 1,
                Duration.ofDays(90),
                Duration.ofSeconds(1));
        Properties settings = StreamsSettings.of(billing);
        // With transactions the driver forgets what a failed deserialization sends; BillingIT proves that on a broker.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        Clock clock = time.withZone(ZoneOffset.UTC);
        driver = new TopologyTestDriver(
                BillingTopology.build(store, clock, billing.retention(), meters), settings, begin);
        readings = input(Topics.READINGS, Reading.class);
        commands = input(Topics.COMMANDS, Command.class);
        zones = input(Topics.ZONES, Zone.class);
        tariffs = input(Topics.TARIFFS, TariffVersion.class);
        vehicles = input(Topics.VEHICLES, Vehicle.class);
        stays = driver.createOutputTopic(
                Topics.STAYS.name(),
                new StringDeserializer(),
                Json.serde(StayRecord.class).deserializer());
        charges = driver.createOutputTopic(
                Topics.CHARGES.name(),
                new StringDeserializer(),
                Json.serde(ChargeEvent.class).deserializer());
    }

    Bench tell(Object... events) {
        for (Object event : events) {
            if (event instanceof Reading reading) {
                readings.pipeInput(reading.captureId().toString(), reading);
            } else if (event instanceof Command command) {
                commands.pipeInput(command.zone(), command);
            } else if (event instanceof Zone zone) {
                zones.pipeInput(zone.id() + "@" + zone.version(), zone);
            } else if (event instanceof TariffVersion version) {
                tariffs.pipeInput(version.tariff().reference(), version);
            } else if (event instanceof Vehicle vehicle) {
                vehicles.pipeInput(vehicle.plate() + "@" + vehicle.version(), vehicle);
            } else {
                throw new IllegalArgumentException("nobody is told " + event);
            }
        }
        return this;
    }

    private <T> TestInputTopic<String, T> input(Topic topic, Class<T> type) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), Json.serde(type).serializer());
    }

    Bench tell(TestRecord<String, Reading> record) {
        readings.pipeInput(record);
        return this;
    }

    void tellBytes(String topic, String key, byte[] value) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    Bench wait(Duration duration) {
        now = now.plus(duration);
        driver.advanceWallClockTime(duration);
        return this;
    }

    Bench waitUntil(Instant time) {
        return wait(Duration.between(now, time));
    }

    List<StayRecord> stays() {
        return stays.readValuesToList();
    }

    List<TestRecord<String, StayRecord>> stayRecords() {
        return stays.readRecordsToList();
    }

    List<ChargeEvent> charges() {
        return charges.readValuesToList();
    }

    List<TestRecord<String, ChargeEvent>> chargeRecords() {
        return charges.readRecordsToList();
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        Topics.BILLING_DLQ.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    long entriesKept() {
        long kept = 0;
        for (String store : LedgerStores.NAMES) {
            try (var all = driver.getKeyValueStore(store).all()) {
                while (all.hasNext()) {
                    all.next();
                    kept++;
                }
            }
        }
        return kept;
    }

    @Override
    public void close() {
        driver.close();
    }
}
