package io.plateflow.billing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.oracle.Facts;
import io.plateflow.domain.place.Circle;
import io.plateflow.domain.place.Confirm;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Rules;
import io.plateflow.domain.stay.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The facts of a small world as the other services would tell them.
 *
 * @param zones versions that must be known before the readings placed by them
 * @param events all else, in no order: what is here in one order may be told in any
 */
record Telling(List<Zone> zones, List<Object> events) {
    private static final Instant FIRST = Instant.parse("2026-03-03T00:00:00Z");
    private static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");

    /** Some captures are read at the second attempt only, some confirmed by a person: {@code random} says which. */
    static Telling of(Facts facts, Random random) {
        Sighting any = facts.sightings().iterator().next();
        String zone = any.zone();
        Circle around = new Circle(any.place(), 1000);
        List<Rules> rules =
                facts.sightings().stream().map(Sighting::rules).distinct().toList();
        Map<Rules, Instant> published = IntStream.range(0, rules.size())
                .boxed()
                .collect(toMap(rules::get, n -> FIRST.plus(Duration.ofDays(n))));
        List<Zone> zones = IntStream.range(0, rules.size())
                .filter(n -> rules.get(n).mode() != Mode.AUTOMATIC)
                .mapToObj(n -> zone(zone, around, n + 1, FIRST.plus(Duration.ofDays(n)), rules.get(n)))
                .toList();
        List<Object> events = new ArrayList<>();
        Map<UUID, Capture> captures = facts.sightings().stream()
                .distinct()
                .collect(toMap(Sighting::captureId, s -> capture(s, published, random)));
        facts.sightings().stream()
                .distinct()
                .forEach(s -> tell(s, requireNonNull(captures.get(s.captureId())), random.nextInt(4) == 0, events));
        facts.corrections().stream()
                .filter(c -> captures.containsKey(c.captureId()))
                .map(c -> People.correct(
                        requireNonNull(captures.get(c.captureId())), c.n() + 1, c.plate(), c.candidates()))
                .forEach(events::add);
        People people = new People(zone);
        facts.decisions().stream().map(people::command).forEach(events::add);
        events.add(people.pay(1, "10.00", "20:00"));
        facts.tariffs().stream().map(t -> new TariffVersion(FIRST, t)).forEach(events::add);
        events.addAll(facts.vehicles());
        zones.stream()
                .findFirst()
                .map(z -> zone(zone, around, 99, FIRST.plus(Duration.ofDays(99)), z.rules()))
                .ifPresent(events::add);
        return new Telling(zones, events);
    }

    private static void tell(Sighting s, Capture capture, boolean doubtful, List<Object> events) {
        if (capture.attempt() == 2) {
            Capture first = capture(s, capture.receivedAt(), 1);
            events.add(Ends.read(first, new Plate("ZZ111ZZ"), s.candidates(), false));
        }
        events.add(Ends.read(capture, s.plate(), s.candidates(), doubtful));
        if (doubtful) {
            events.add(People.correct(capture, 1, s.plate(), s.candidates()));
        }
    }

    private static Capture capture(Sighting s, Map<Rules, Instant> published, Random random) {
        Instant received = requireNonNull(published.get(s.rules())).plus(Duration.ofHours(1));
        return capture(s, received, random.nextInt(4) == 0 ? 2 : 1);
    }

    private static Capture capture(Sighting s, Instant received, int attempt) {
        return Ends.taken(
                s.captureId(),
                attempt,
                s.capturedAt(),
                received,
                s.direction(),
                s.place(),
                s.flags().stream().map(CaptureFlag::valueOf).collect(toSet()));
    }

    private static Zone zone(String id, Circle shape, int version, Instant publishedAt, Rules rules) {
        return new Zone(
                id,
                version,
                publishedAt,
                rules.mode(),
                shape,
                rules.closesAfter(),
                rules.mergeWithin(),
                rules.maxStay(),
                Confirm.UNSURE,
                rules.tariff(),
                BUENOS_AIRES);
    }
}
