package io.plateflow.billing;

import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.tariff.Vehicle;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;

/** The flow: readings, placed in their zones, and commands and versions, through the ledger, to stays and charges. */
final class BillingTopology {
    private BillingTopology() {}

    static Topology build(
            Function<String, KeyValueBytesStoreSupplier> store, Clock clock, Duration retention, MeterRegistry meters) {
        StreamsBuilder builder = new StreamsBuilder();
        ZoneBook zones = new ZoneBook();
        LedgerMeters ledgers = new LedgerMeters(meters);
        builder.addGlobalStore(
                ZoneBook.store(), Topics.ZONES.name(), consumed(Serdes.ByteArray(), "zones-in"), zones::keeper);
        LedgerStores.builders(store).forEach(builder::addStateStore);

        KStream<String, Entry> ends = builder.stream(
                        Topics.READINGS.name(), consumed(Json.serde(Reading.class), "readings"))
                .processValues(() -> new Placing(zones, retention), Named.as("placed"));

        KStream<String, Entry> decisions = builder.stream(
                        Topics.COMMANDS.name(), consumed(Json.serde(Command.class), "commands"))
                .flatMapValues(Told::by, Named.as("decisions"));

        KStream<String, Entry> tariffs = builder.stream(
                        Topics.TARIFFS.name(), consumed(Json.serde(TariffVersion.class), "tariffs-in"))
                .filter((id, version) -> version != null, Named.as("tariffs-kept"))
                .mapValues(version -> new Entry.TariffPublished(version), Named.as("tariffs-published"));

        KStream<String, Entry> vehicles = builder.stream(
                        Topics.VEHICLES.name(), consumed(Json.serde(Vehicle.class), "vehicles-in"))
                .filter((id, version) -> version != null, Named.as("vehicles-kept"))
                .mapValues(version -> new Entry.VehiclePublished(version), Named.as("vehicles-published"));

        ends.merge(decisions, Named.as("facts"))
                .merge(tariffs, Named.as("facts-and-tariffs"))
                .merge(vehicles, Named.as("entries"))
                .selectKey(ByZone::key, Named.as("zone"))
                .repartition(Repartitioned.with(Serdes.String(), StateFormat.of(Entry.class))
                        .withNumberOfPartitions(ByZone.PARTITIONS)
                        .withStreamPartitioner(new ByZone())
                        .withName("by-zone"))
                .process(
                        () -> new Ledger(clock, retention, meters, ledgers), Named.as(Ledger.NAME), LedgerStores.NAMES);

        StringSerializer stayId = new StringSerializer();
        return builder.build()
                .addSink(
                        Sinks.STAYS,
                        Topics.STAYS.name(),
                        stayId,
                        Json.serde(StayRecord.class).serializer(),
                        Ledger.NAME)
                .addSink(
                        Sinks.CHARGES,
                        Topics.CHARGES.name(),
                        stayId,
                        Json.serde(ChargeEvent.class).serializer(),
                        Ledger.NAME);
    }

    private static <V> Consumed<String, V> consumed(Serde<V> values, String name) {
        return Consumed.with(Serdes.String(), values).withName(name);
    }
}
