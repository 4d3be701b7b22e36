package io.plateflow.billing;

import static java.util.stream.Collectors.toMap;

import io.plateflow.contracts.Json;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The ledger's state on disk, each store with a changelog; every value is of one capture or one stay, so none grows with
 * its zone.
 *
 * @param captures {@code zone|captureId} → what is known of a capture
 * @param sightings {@code zone|fold|plate|capturedAt|captureId} → sighting: a plate's are found by one range scan, in
 *     order of time, as are those of all plates that look alike
 * @param stays {@code zone|stayId} → what was last said of a stay
 */
record LedgerStores(
        KeyValueStore<String, Known> captures,
        KeyValueStore<String, Sighted> sightings,
        KeyValueStore<String, Posted> stays) {
    static final String CAPTURES = "captures";
    static final String SIGHTINGS = "sightings";
    static final String STAYS = "stays";
    private static final StringSerializer PREFIX = new StringSerializer();

    /** Stores to add to the topology; {@code supplier} makes one of a name. */
    static Set<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> supplier) {
        return Set.of(
                Stores.keyValueStoreBuilder(supplier.apply(CAPTURES), Serdes.String(), Json.serde(Known.class)),
                Stores.keyValueStoreBuilder(supplier.apply(SIGHTINGS), Serdes.String(), Json.serde(Sighted.class)),
                Stores.keyValueStoreBuilder(supplier.apply(STAYS), Serdes.String(), Json.serde(Posted.class)));
    }

    static LedgerStores of(ProcessingContext context) {
        return new LedgerStores(
                context.getStateStore(CAPTURES), context.getStateStore(SIGHTINGS), context.getStateStore(STAYS));
    }

    Optional<Known> known(String zone, UUID captureId) {
        return Optional.ofNullable(captures.get(zone + "|" + captureId));
    }

    List<Sighted> sightings(String zone, Collection<Plate> plates) {
        List<Sighted> found = new ArrayList<>();
        for (Plate plate : plates) {
            try (KeyValueIterator<String, Sighted> range = sightings.prefixScan(prefix(zone, plate), PREFIX)) {
                range.forEachRemaining(entry -> found.add(entry.value));
            }
        }
        return found;
    }

    Map<UUID, Posted> posted(String zone, Stream<UUID> stayIds) {
        return stayIds.distinct()
                .flatMap(id -> Stream.ofNullable(stays.get(zone + "|" + id)))
                .collect(toMap(p -> p.stay().id(), p -> p));
    }

    void put(String zone, UUID captureId, Known known) {
        captures.put(zone + "|" + captureId, known);
    }

    void put(Sighted sighted) {
        sightings.put(key(sighted.sighting()), sighted);
    }

    void put(Posted posted) {
        stays.put(posted.stay().zone() + "|" + posted.stay().id(), posted);
    }

    void remove(Sighting sighting) {
        sightings.delete(key(sighting));
    }

    boolean isInStay(Sighting sighting) {
        Sighted sighted = sightings.get(key(sighting));
        return sighted != null && sighted.stayId() != null;
    }

    void removeWithSightings(Posted posted) {
        String zone = posted.stay().zone();
        UUID stayId = posted.stay().id();
        for (Sighted seen : sightings(zone, Set.of(posted.stay().plate()))) {
            if (stayId.equals(seen.stayId())) {
                remove(seen.sighting());
                captures.delete(zone + "|" + seen.sighting().captureId());
            }
        }
        stays.delete(zone + "|" + stayId);
    }

    private static String key(Sighting s) {
        return prefix(s.zone(), s.plate()) + sortable(s.capturedAt()) + "|" + s.captureId();
    }

    private static String prefix(String zone, Plate plate) {
        return zone + "|" + plate.fold() + "|" + plate + "|";
    }

    /** Seconds and nanoseconds of the epoch at a fixed width, so that text sorts as time does. */
    private static String sortable(Instant time) {
        return "%011d%09d".formatted(time.getEpochSecond(), time.getNano());
    }
}
