package io.plateflow.billing;

import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Works out anew all stays of the plates that are linked with what changed, so that any order of arrival ends in the same
 * charges in force. It decides first and writes last.
 */
final class Recount {
    private final LedgerStores stores;
    private final Sinks sinks;
    private final Duration retention;

    Recount(LedgerStores stores, Sinks sinks, Duration retention) {
        this.stores = stores;
        this.sinks = sinks;
        this.retention = retention;
    }

    /** Whether {@code entry} said anything new. Its trace goes on in what follows from it. */
    boolean after(Entry.OfCapture entry, Headers cause, Instant now) {
        String zone = entry.zone();
        UUID captureId = entry.captureId();
        Known known = stores.known(zone, captureId).orElseGet(() -> Known.nothing(now));
        Optional<Known> heard = known.after(entry);
        if (heard.isEmpty() || isForgotten(known, heard.get(), now)) {
            return false;
        }
        Map<UUID, Known> before = new HashMap<>(Map.of(captureId, known));
        Map<UUID, Known> after = new HashMap<>(Map.of(captureId, heard.get()));
        other(entry).ifPresent(id -> {
            Known other = stores.known(zone, id).orElseGet(() -> Known.nothing(now));
            before.put(id, other);
            after.put(id, other.tiedTo(captureId));
        });
        recount(zone, Set.of(), before, after, cause, now);
        return true;
    }

    /** Works out the stays of plates that look like {@code fold}: time has passed, or a price has changed. */
    void of(String zone, String fold, Instant now) {
        recount(zone, Set.of(fold), Map.of(), Map.of(), new RecordHeaders(), now);
    }

    /** Whether the capture is past retention, and no stay that is kept holds it: what was dropped stays dropped. */
    private boolean isForgotten(Known before, Known after, Instant now) {
        Instant oldest = now.minus(retention);
        boolean isOld = Stream.of(before, after)
                .flatMap(known -> known.billed().stream())
                .anyMatch(s -> s.capturedAt().isBefore(oldest));
        return isOld && before.billed().filter(stores::isInStay).isEmpty();
    }

    /** The other capture that a person joined. */
    private static Optional<UUID> other(Entry.OfCapture entry) {
        return entry instanceof Entry.Decided decided && decided.decision() instanceof Decision.Joined join
                ? Optional.of(join.joinCaptureId()).filter(id -> !id.equals(join.captureId()))
                : Optional.empty();
    }

    private void recount(
            String zone,
            Set<String> folds,
            Map<UUID, Known> before,
            Map<UUID, Known> after,
            Headers cause,
            Instant now) {
        List<Sighted> gone = sighted(before);
        List<Sighted> come = sighted(after);
        List<Sighted> held = new Linked(stores, zone)
                .with(folds, Stream.concat(gone.stream(), come.stream()).toList());
        List<Sighted> holds = Stream.concat(
                        held.stream()
                                .filter(s -> !after.containsKey(s.sighting().captureId())),
                        come.stream())
                .toList();
        List<Stay> stays = Sighted.stays(holds, now);
        Stream<UUID> concerned = Stream.concat(
                held.stream().flatMap(s -> Stream.ofNullable(s.stayId())),
                stays.stream().map(Stay::id));
        Map<UUID, Posted> said = stores.posted(zone, concerned);
        Changes changes = Changes.between(said, stays, new PriceList(stores)::terms, now);

        after.forEach((captureId, known) -> stores.put(zone, captureId, known));
        Set<Sighted> unchanged = Set.copyOf(held);
        gone.stream()
                .filter(s -> come.stream().noneMatch(c -> c.sighting().equals(s.sighting())))
                .forEach(stores::remove);
        Map<UUID, UUID> holders = Changes.stayByCapture(stays);
        holds.stream()
                .map(s -> s.in(holders))
                .filter(s -> !unchanged.contains(s))
                .forEach(stores::put);
        changes.posted()
                .forEach(posted -> stores.put(posted, said.get(posted.stay().id())));
        sinks.send(changes, cause, now);
    }

    private static List<Sighted> sighted(Map<UUID, Known> known) {
        return known.values().stream().flatMap(Known::sighted).toList();
    }
}
