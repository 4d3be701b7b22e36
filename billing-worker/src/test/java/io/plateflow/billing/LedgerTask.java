package io.plateflow.billing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.tariff.Vehicle;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** The real ledger of one partition, over stores of one's choice and without Kafka. */
public final class LedgerTask {
    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private static final LedgerMeters LEDGER_METERS = new LedgerMeters(METERS);
    private static final Duration RETENTION = Duration.ofDays(90);

    private final MockProcessorContext<String, Object> context;
    private final Ledger ledger;

    public LedgerTask(int partition, Stores stores, Clock clock) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "simulation");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        context = new MockProcessorContext<>(settings, new TaskId(0, partition), new File("unused"));
        context.addStateStore(stores.of("captures", StateFormat.of(Known.class)));
        context.addStateStore(stores.of("sightings", StateFormat.of(Sighted.class)));
        context.addStateStore(stores.of("links", Serdes.String()));
        context.addStateStore(stores.of("stays", StateFormat.of(Posted.class)));
        context.addStateStore(stores.of("deadlines", Serdes.String()));
        context.addStateStore(stores.of("tariffs", StateFormat.of(TariffVersion.class)));
        context.addStateStore(stores.of("vehicles", StateFormat.of(Vehicle.class)));
        context.addStateStore(stores.of("jobs", Serdes.String()));
        ledger = new Ledger(clock, RETENTION, METERS, LEDGER_METERS);
        ledger.init(context);
    }

    /** Makes the store of a name. */
    public interface Stores {
        <V> KeyValueStore<String, V> of(String name, Serde<V> values);
    }

    /** {@code entry} as it passes the repartition. */
    public void process(byte[] entry) {
        ledger.process(new Record<>("", Entries.read(entry), 0));
    }

    /** Everything that the clock sets off. */
    public void passTime() {
        context.scheduledPunctuators()
                .forEach(scheduled -> scheduled.getPunctuator().punctuate(0));
    }

    /** What was said of charges since it was last asked. */
    public List<ChargeEvent> said() {
        List<ChargeEvent> said = context.forwarded().stream()
                .map(forward -> forward.record().value())
                .filter(ChargeEvent.class::isInstance)
                .map(ChargeEvent.class::cast)
                .toList();
        context.resetForwards();
        return said;
    }
}
