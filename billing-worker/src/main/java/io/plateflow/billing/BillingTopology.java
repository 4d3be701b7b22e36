package io.plateflow.billing;

import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.Topics;
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

/** The flow: readings and commands, brought together by zone, through the ledger, to stays and charges. */
final class BillingTopology {
    /** Fixed for life: zones are placed by it, and their ledgers lie where they were placed. */
    static final int PARTITIONS = 6;

    private BillingTopology() {}

    static Topology build(
            Function<String, KeyValueBytesStoreSupplier> store, Clock clock, Duration retention, MeterRegistry meters) {
        StreamsBuilder builder = new StreamsBuilder();
        LedgerStores.builders(store).forEach(builder::addStateStore);

        KStream<String, Entry> ends = builder.stream(
                        Topics.READINGS.name(), consumed(Json.serde(Reading.class), "readings"))
                .flatMapValues(Entry::of, Named.as("ends"));

        KStream<String, Entry> checkouts = builder.stream(
                        Topics.COMMANDS.name(), consumed(Json.serde(Command.class), "commands"))
                .flatMapValues(Entry::of, Named.as("checkouts"));

        ends.merge(checkouts, Named.as("entries"))
                .selectKey((id, entry) -> entry.zone(), Named.as("zone"))
                .repartition(Repartitioned.with(Serdes.String(), Json.serde(Entry.class))
                        .withNumberOfPartitions(PARTITIONS)
                        .withName("by-zone"))
                .process(
                        () -> new Ledger(clock, retention, meters),
                        Named.as(Ledger.NAME),
                        LedgerStores.CAPTURES,
                        LedgerStores.SIGHTINGS,
                        LedgerStores.STAYS);

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
