package io.plateflow.billing;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Reading;
import io.plateflow.domain.place.Placed;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.place.Zones;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Gives each reading its zone. One whose capture was never understood has none, and no end of it can bill. */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
final class Placing implements FixedKeyProcessor<String, Reading, Entry> {
    private final ZoneBook book;
    private final Duration retention;
    private FixedKeyProcessorContext<String, Entry> context;
    private ReadOnlyKeyValueStore<String, Zone> store;
    private List<Zone> versions = List.of();
    private long edition = -1;

    Placing(ZoneBook book, Duration retention) {
        this.book = book;
        this.retention = retention;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Entry> context) {
        this.context = context;
        store = context.getStateStore(ZoneBook.NAME);
    }

    @Override
    public void process(FixedKeyRecord<String, Reading> record) {
        Reading reading = record.value();
        Capture capture = Billable.capture(reading);
        if (capture != null) {
            Placed placed = Zones.place(capture.place(), capture.accuracyMeters(), capture.receivedAt(), versions());
            context.forward(record.withValue(Billable.entry(reading, capture, placed, retention)));
        }
    }

    private List<Zone> versions() {
        long now = book.edition();
        if (now != edition) {
            List<Zone> read = new ArrayList<>();
            try (KeyValueIterator<String, Zone> all = store.all()) {
                all.forEachRemaining((KeyValue<String, Zone> entry) -> read.add(entry.value));
            }
            versions = List.copyOf(read);
            edition = now;
        }
        return versions;
    }
}
