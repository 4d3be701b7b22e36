package io.plateflow.local;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.stay.Charge;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.stay.Stay;
import io.plateflow.domain.stay.Stays;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The charges that ought to be in force, worked out from the retained events by the domain alone, beside those that
 * billing said and those that MySQL holds. Stays that began before the ledger's retention are left out of all three: their
 * first events may be gone.
 *
 * @param readings that it rests on
 * @param charges that ought to be in force
 * @param differences one for each first capture of a stay on which the three differ
 */
record Reconciliation(int readings, int charges, List<String> differences) {

    /** As things stand at {@code now}, for a ledger of {@code retention}; {@code snapshot} is asked last, so that it knows all that the topics do. */
    static Reconciliation at(Instant now, Duration retention, String kafka, Connection snapshot) throws SQLException {
        Instant horizon = now.minus(retention);
        Evidence evidence = Evidence.of(kafka, retention);
        List<InForce> ought = ought(kafka, evidence, now);
        List<InForce> said = said(kafka);
        Set<UUID> older = Set.copyOf(Database.ask(
                snapshot,
                """
                SELECT c.capture_id FROM stay s JOIN stay_capture c ON c.stay_id = s.id WHERE s.from_at < '%s'
                """.formatted(LocalDateTime.ofInstant(horizon, ZoneOffset.UTC)),
                row -> InForce.id(row.getBytes(1))));
        List<InForce> rows = InForce.rows(snapshot);
        Set<UUID> erased = rows.stream()
                .filter(InForce::isErased)
                .map(InForce::firstCapture)
                .collect(toSet());
        Function<List<InForce>, Map<UUID, Set<InForce>>> side = charges -> of(charges, horizon, older, erased);
        Sides sides = new Sides(side.apply(ought), side.apply(said), side.apply(rows));
        return new Reconciliation(evidence.readings(), sides.ought().size(), sides.differences());
    }

    private static List<InForce> ought(String kafka, Evidence evidence, Instant now) {
        Published published = Published.of(kafka);
        List<Sighting> sightings = evidence.sightings(published.zones()).toList();
        List<Stay> stays = Stays.of(sightings, Asked.of(kafka), now);
        return stays.stream()
                .flatMap(stay -> Charge.of(stay, published.tariffs(), published.vehicles()).stream())
                .map(InForce::of)
                .toList();
    }

    /** By the topic of charges: issued, and not voided. */
    private static List<InForce> said(String kafka) {
        Map<UUID, ChargeIssued> issued = new HashMap<>();
        Set<UUID> voided = new HashSet<>();
        Records.each(kafka, Topics.CHARGES, record -> {
            ChargeEvent event = Json.MAPPER.readValue(record.value(), ChargeEvent.class);
            if (event instanceof ChargeIssued issue) {
                issued.put(issue.id(), issue);
            } else {
                voided.add(event.id());
            }
        });
        issued.keySet().removeAll(voided);
        return issued.values().stream().map(InForce::of).toList();
    }

    /** By first capture, those that can be compared; of the erased ones all but the plate, which MySQL has no more. */
    private static Map<UUID, Set<InForce>> of(
            List<InForce> charges, Instant horizon, Set<UUID> older, Set<UUID> erased) {
        return charges.stream()
                .filter(c -> !c.from().isBefore(horizon) && !older.contains(c.firstCapture()))
                .map(c -> erased.contains(c.firstCapture()) ? c.unnamed() : c)
                .collect(groupingBy(InForce::firstCapture, toSet()));
    }

    /** What ought to be, what was said and what is kept. */
    private record Sides(Map<UUID, Set<InForce>> ought, Map<UUID, Set<InForce>> said, Map<UUID, Set<InForce>> rows) {

        List<String> differences() {
            return Stream.of(ought, said, rows)
                    .flatMap(side -> side.keySet().stream())
                    .distinct()
                    .sorted()
                    .filter(capture -> !in(ought, capture).equals(in(said, capture))
                            || !in(ought, capture).equals(in(rows, capture)))
                    .map(capture -> "capture %s%n  ought to be  %s%n  billing said %s%n  MySQL holds  %s"
                            .formatted(
                                    capture,
                                    shown(in(ought, capture)),
                                    shown(in(said, capture)),
                                    shown(in(rows, capture))))
                    .toList();
        }

        private static Set<InForce> in(Map<UUID, Set<InForce>> side, UUID capture) {
            return side.getOrDefault(capture, Set.of());
        }

        private static String shown(Set<InForce> charges) {
            return charges.isEmpty()
                    ? "nothing"
                    : charges.stream().map(InForce::toString).collect(joining(" and "));
        }
    }
}
