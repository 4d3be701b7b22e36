package io.plateflow.billing;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.oracle.Facts;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Vehicle;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts as they pass the repartition, which the ledger is told. */
public final class Entries {
    private Entries() {}

    /** Of the facts of one zone all but the versions, in no order. */
    public static Stream<byte[]> ofZone(Facts facts) {
        Map<UUID, Sighting> seen = facts.sightings().stream()
                .collect(Collectors.toMap(Sighting::captureId, Function.identity(), (a, b) -> a));
        Stream<Entry> ends = seen.values().stream().map(s -> new Entry.Ended(s.zone(), s.captureId(), 1, s));
        Stream<Entry> corrections = facts.corrections().stream()
                .filter(c -> seen.containsKey(c.captureId()))
                .map(c -> corrected(requireNonNull(seen.get(c.captureId())), c));
        String zone = facts.sightings().iterator().next().zone();
        Stream<Entry> decisions = facts.decisions().stream().map(d -> new Entry.Decided(zone, (Decision) d));
        return Stream.of(ends, corrections, decisions).flatMap(s -> s).map(Entries::written);
    }

    /** A further end of a capture whose end is known, of the same attempt: it must change nothing. */
    public static byte[] furtherEnd(Sighting seen, Plate plate) {
        return written(new Entry.Ended(seen.zone(), seen.captureId(), 1, read(seen, plate, Set.of())));
    }

    public static boolean isEndOf(byte[] entry, UUID captureId) {
        return read(entry) instanceof Entry.Ended e && e.captureId().equals(captureId);
    }

    /** As it would be taken if every end were the highest attempt so far. */
    public static byte[] asIfNewest(byte[] entry, int attempt) {
        return read(entry) instanceof Entry.Ended e
                ? written(new Entry.Ended(e.zone(), e.captureId(), attempt, e.sighting()))
                : entry;
    }

    public static byte[] of(Tariff tariff, Instant publishedAt) {
        return written(new Entry.TariffPublished(new TariffVersion(publishedAt, tariff)));
    }

    public static byte[] of(Vehicle vehicle) {
        return written(new Entry.VehiclePublished(vehicle));
    }

    private static Entry corrected(Sighting seen, Facts.Correction by) {
        Plate plate = by.plate();
        return new Entry.Corrected(
                seen.zone(), seen.captureId(), by.n(), plate == null ? null : read(seen, plate, by.candidates()));
    }

    private static Sighting read(Sighting s, Plate plate, Set<Plate> candidates) {
        return new Sighting(
                s.captureId(),
                s.zone(),
                s.rules(),
                plate,
                candidates,
                s.place(),
                s.capturedAt(),
                s.direction(),
                s.flags());
    }

    static Entry read(byte[] entry) {
        return requireNonNull(StateFormat.of(Entry.class).deserializer().deserialize("", entry));
    }

    private static byte[] written(Entry entry) {
        return requireNonNull(StateFormat.of(Entry.class).serializer().serialize("", entry));
    }
}
