package io.plateflow.billing;

import static java.util.stream.Collectors.toMap;

import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.tariff.Vehicle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's state on disk, each store with a changelog; every value is of one capture, one stay or one version, so none
 * grows with its zone.
 *
 * @param captures {@code zone|captureId} → what is known of a capture
 * @param sightings {@code zone|fold|plate|capturedAt|captureId} → sighting: those of all plates that look alike are found
 *     by one range scan
 * @param links {@code zone|fold|otherFold|captureId}, both ways → nothing: the sighting of one may read the other
 * @param stays {@code zone|stayId} → what was last said of a stay
 * @param deadlines {@code deadline|zone|stayId} → fold key of the plate of a stay that silence changes then
 * @param tariffs {@code id|version} → version
 * @param vehicles {@code plate|version} → version
 * @param jobs what is to be rated anew → how far that has come, a key of the sightings
 */
record LedgerStores(
        KeyValueStore<String, Known> captures,
        KeyValueStore<String, Sighted> sightings,
        KeyValueStore<String, String> links,
        KeyValueStore<String, Posted> stays,
        KeyValueStore<String, String> deadlines,
        KeyValueStore<String, TariffVersion> tariffs,
        KeyValueStore<String, Vehicle> vehicles,
        KeyValueStore<String, String> jobs) {

    private record Kind<V>(String name, Serde<V> values) {
        StoreBuilder<?> builder(Function<String, KeyValueBytesStoreSupplier> supplier) {
            return Stores.keyValueStoreBuilder(supplier.apply(name), Serdes.String(), values);
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>("captures", StateFormat.of(Known.class)),
            new Kind<>("sightings", StateFormat.of(Sighted.class)),
            new Kind<>("links", Serdes.String()),
            new Kind<>("stays", StateFormat.of(Posted.class)),
            new Kind<>("deadlines", Serdes.String()),
            new Kind<>("tariffs", StateFormat.of(TariffVersion.class)),
            new Kind<>("vehicles", StateFormat.of(Vehicle.class)),
            new Kind<>("jobs", Serdes.String()));

    static final String[] NAMES = KINDS.stream().map(Kind::name).toArray(String[]::new);

    /** Stores to add to the topology; {@code supplier} makes one of a name. */
    static Set<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> supplier) {
        return KINDS.stream().map(kind -> kind.builder(supplier)).collect(Collectors.toSet());
    }

    static LedgerStores of(ProcessingContext context) {
        return new LedgerStores(
                context.getStateStore("captures"),
                context.getStateStore("sightings"),
                context.getStateStore("links"),
                context.getStateStore("stays"),
                context.getStateStore("deadlines"),
                context.getStateStore("tariffs"),
                context.getStateStore("vehicles"),
                context.getStateStore("jobs"));
    }

    Optional<Known> known(String zone, UUID captureId) {
        return Optional.ofNullable(captures.get(Keys.of(zone, captureId)));
    }

    /** What was last said of stays, by stayId. */
    Map<UUID, Posted> posted(String zone, Stream<UUID> stayIds) {
        return stayIds.distinct()
                .flatMap(id -> Stream.ofNullable(stays.get(Keys.of(zone, id))))
                .collect(toMap(posted -> posted.stay().id(), posted -> posted));
    }

    void put(String zone, UUID captureId, Known known) {
        captures.put(Keys.of(zone, captureId), known);
    }

    void put(Sighted sighted) {
        sightings.put(Keys.sighting(sighted.sighting()), sighted);
        eachLink(sighted, link -> links.put(link, ""));
    }

    void remove(Sighted sighted) {
        sightings.put(Keys.sighting(sighted.sighting()), null); // a delete would read it first
        eachLink(sighted, links::delete);
    }

    /** In place of {@code before}, what was said of the same stay so far. */
    void put(Posted posted, @Nullable Posted before) {
        String zone = posted.stay().zone();
        String key = Keys.of(zone, posted.stay().id());
        if (before != null && before.deadline() != null && !before.deadline().equals(posted.deadline())) {
            deadlines.put(Keys.deadline(before.deadline(), zone, posted.stay().id()), null);
        }
        if (posted.deadline() != null) {
            deadlines.put(
                    Keys.deadline(posted.deadline(), zone, posted.stay().id()),
                    posted.stay().plate().fold());
        }
        stays.put(key, posted);
    }

    /** Drops a stay past retention, with all its sightings. */
    void forget(Posted posted) {
        String zone = posted.stay().zone();
        UUID stayId = posted.stay().id();
        posted.stay().captureIds().stream()
                .flatMap(id -> known(zone, id).flatMap(Known::billed).stream())
                .map(sighting -> sighting.plate().fold())
                .distinct()
                .flatMap(fold -> Keys.under(sightings, Keys.of(zone, fold)).stream())
                .filter(seen -> stayId.equals(seen.value.stayId()))
                .forEach(seen -> {
                    remove(seen.value);
                    captures.delete(Keys.of(zone, seen.value.sighting().captureId()));
                });
        if (posted.deadline() != null) {
            deadlines.delete(Keys.deadline(posted.deadline(), zone, stayId));
        }
        stays.delete(Keys.of(zone, stayId));
    }

    /** Whether a stay holds {@code sighting}. */
    boolean isInStay(Sighting sighting) {
        Sighted sighted = sightings.get(Keys.sighting(sighting));
        return sighted != null
                && sighted.stayId() != null
                && stays.get(Keys.of(sighting.zone(), sighted.stayId())) != null;
    }

    private static void eachLink(Sighted sighted, Consumer<String> act) {
        String zone = sighted.sighting().zone();
        UUID capture = sighted.sighting().captureId();
        for (String other : sighted.otherFolds()) {
            act.accept(Keys.of(zone, sighted.fold(), other, capture));
            act.accept(Keys.of(zone, other, sighted.fold(), capture));
        }
    }
}
