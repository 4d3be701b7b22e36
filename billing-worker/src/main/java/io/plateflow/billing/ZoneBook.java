package io.plateflow.billing;

import io.plateflow.contracts.Json;
import io.plateflow.domain.place.Zone;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * All versions of all zones, which every instance reads whole before it starts. A version counts only some seconds after
 * its publication, so an instance that hears of it a little later than another places captures alike.
 */
final class ZoneBook {
    static final String NAME = "zones";
    private static final Logger LOG = LoggerFactory.getLogger(ZoneBook.class);

    private final AtomicLong changes = new AtomicLong();

    static StoreBuilder<KeyValueStore<String, Zone>> store() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(NAME), Serdes.String(), Json.serde(Zone.class))
                .withLoggingDisabled();
    }

    /** Changes whenever the store has. */
    long edition() {
        return changes.get();
    }

    /** Writes the topic into the store. */
    Processor<String, byte[], Void, Void> keeper() {
        return new Keeper();
    }

    private final class Keeper implements Processor<String, byte[], Void, Void> {
        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
        private KeyValueStore<String, Zone> zones;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            zones = context.getStateStore(NAME);
        }

        /** No dead letters from here: this thread has no transaction to write them in. */
        @Override
        public void process(Record<String, byte[]> version) {
            byte[] json = version.value();
            try {
                zones.put(version.key(), json == null ? null : Json.MAPPER.readValue(json, Zone.class));
                changes.incrementAndGet();
            } catch (JacksonException e) {
                LOG.error("zone {} is malformed and left out", version.key(), e);
            }
        }
    }
}
