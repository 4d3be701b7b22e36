package io.plateflow.billing.simulation;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store in memory that tells of each write, as one with a changelog does. Its keys are ASCII. */
final class ModelStore<V> implements KeyValueStore<String, V> {
    private final String name;
    private final Serde<V> values;
    private final NavigableMap<String, Bytes> entries;
    private final BiConsumer<String, @Nullable Bytes> written;

    ModelStore(
            String name,
            Serde<V> values,
            NavigableMap<String, Bytes> entries,
            BiConsumer<String, @Nullable Bytes> written) {
        this.name = name;
        this.values = values;
        this.entries = entries;
        this.written = written;
    }

    @Override
    public void put(String key, @Nullable V value) {
        if (value == null) {
            delete(key);
            return;
        }
        Bytes bytes = Bytes.wrap(values.serializer().serialize("", value));
        entries.put(key, bytes);
        written.accept(key, bytes);
    }

    @Override
    public @Nullable V putIfAbsent(String key, V value) {
        V before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<String, V>> all) {
        all.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable V delete(String key) {
        V before = get(key);
        entries.remove(key);
        written.accept(key, null);
        return before;
    }

    @Override
    public @Nullable V get(String key) {
        Bytes bytes = entries.get(key);
        return bytes == null ? null : value(bytes);
    }

    @Override
    public KeyValueIterator<String, V> range(@Nullable String from, @Nullable String to) {
        NavigableMap<String, Bytes> range = from == null ? entries : entries.tailMap(from, true);
        return over(to == null ? range : range.headMap(to, true));
    }

    @Override
    public KeyValueIterator<String, V> all() {
        return over(entries);
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<String, V> prefixScan(P prefix, S serializer) {
        String from = prefix.toString();
        return over(entries.subMap(from, true, from + Character.MAX_VALUE, false));
    }

    /** Over a copy: a store may be written to while it is read. */
    private KeyValueIterator<String, V> over(NavigableMap<String, Bytes> range) {
        Iterator<Map.Entry<String, Bytes>> copied =
                new TreeMap<>(range).entrySet().iterator();
        return new KeyValueIterator<>() {
            @Override
            public void close() {}

            @Override
            public String peekNextKey() {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean hasNext() {
                return copied.hasNext();
            }

            @Override
            public KeyValue<String, V> next() {
                Map.Entry<String, Bytes> next = copied.next();
                return new KeyValue<>(next.getKey(), value(next.getValue()));
            }
        };
    }

    private V value(Bytes bytes) {
        return values.deserializer().deserialize("", bytes.get());
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        throw new UnsupportedOperationException("restored by its task");
    }

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }
}
