package io.plateflow.billing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.streams.KeyValue;

/**
 * The sightings that are worked out together: of plates that look alike, that one of the other's sightings may read, or
 * that a person joined; and so on, from each to the next. More than need be do no harm.
 */
final class Linked {
    private final LedgerStores stores;
    private final String zone;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> reached = new HashSet<>();

    Linked(LedgerStores stores, String zone) {
        this.stores = stores;
        this.zone = zone;
    }

    /** All sightings that are linked with those of {@code folds}, or with what {@code changed} say. */
    List<Sighted> with(Collection<String> folds, Collection<Sighted> changed) {
        folds.forEach(this::reach);
        changed.forEach(sighted -> reach(sighted.fold()));
        Set<String> starts = Set.copyOf(reached);
        changed.forEach(this::reachFrom);
        List<Sighted> found = new ArrayList<>();
        while (!open.isEmpty()) {
            String fold = open.remove();
            List<KeyValue<String, Sighted>> alike = Keys.under(stores.sightings(), Keys.of(zone, fold));
            alike.forEach(entry -> {
                found.add(entry.value);
                entry.value.tiedTo().forEach(this::reach);
            });
            if (!alike.isEmpty() || starts.contains(fold)) {
                Keys.under(stores.links(), Keys.of(zone, fold)).forEach(link -> reach(Keys.field(link.key, 2)));
            }
        }
        return found;
    }

    private void reachFrom(Sighted sighted) {
        sighted.otherFolds().forEach(this::reach);
        sighted.tiedTo().forEach(this::reach);
    }

    private void reach(UUID tied) {
        stores.known(zone, tied)
                .flatMap(Known::billed)
                .ifPresent(s -> reach(s.plate().fold()));
    }

    private void reach(String fold) {
        if (reached.add(fold)) {
            open.add(fold);
        }
    }
}
