package io.plateflow.domain.stay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Stay.State;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sightings and decisions in the words of {@code stays.md}, and the stays told back in them. */
final class Tale {
    static final Plate PLATE = new Plate("AC123BD");
    private static final Coordinates HERE = new Coordinates(-34.60, -58.38);
    private static final double METERS_PER_DEGREE = 111_195.08;
    private static final String PLATES = "(?=.*\\d)[A-Z0-9]{6,7}";

    final List<Sighting> sightings = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<Tariff> tariffs = new ArrayList<>(PriceList.all());
    final List<Vehicle> vehicles = new ArrayList<>();
    Instant now = new Words("23:59").time();
    private final String zone;
    private final Rules rules;

    /** {@code zone} as in {@code GATED max 2d tariff garage}, {@code facts} as in {@code in 08:00, out 10:17}. */
    Tale(String zone, String facts) {
        Words words = new Words(zone);
        rules = rules(words);
        this.zone = rules.mode() == Mode.AUTOMATIC ? "auto:69y7p" : "zone-1";
        for (String fact : facts.isBlank() ? new String[0] : facts.split(",")) {
            tell(new Words(fact), fact);
        }
    }

    static UUID capture(int n) {
        return new UUID(0, n);
    }

    List<Stay> stays() {
        return Stays.of(sightings, decisions, now);
    }

    /** For example {@code 1+2 AB999ZZ 08:00–10:17 EXIT CONFUSABLE; 3 11:00–open}; a dash when there is none. */
    static String told(List<Stay> stays) {
        return stays.isEmpty() ? "–" : stays.stream().map(Tale::told).collect(joining("; "));
    }

    private static String told(Stay stay) {
        List<String> words = new ArrayList<>();
        words.add(stay.captureIds().stream()
                .map(id -> String.valueOf(id.getLeastSignificantBits()))
                .collect(joining("+")));
        if (!stay.plate().equals(PLATE)) {
            words.add(stay.plate().text());
        }
        words.add(Words.told(stay.from()) + "–"
                + stay.end().map(Words::told).orElse(stay.state() == State.OPEN ? "open" : "?"));
        switch (stay.state()) {
            case OPEN -> {}
            case CLOSED -> words.add(String.valueOf(stay.closedBy()));
            case NEEDS_REVIEW -> words.add("review");
            case CANCELLED -> words.add("cancelled");
        }
        words.addAll(new TreeSet<>(stay.flags()));
        return String.join(" ", words);
    }

    private static Rules rules(Words words) {
        Mode mode = Mode.valueOf(words.next());
        Duration silence = mode.closesAfter();
        Duration merge = Rules.MERGE_WITHIN;
        Duration max = Rules.MAX_STAY;
        String tariff = "original";
        while (words.areLeft()) {
            switch (words.next()) {
                case "merge" -> merge = words.duration();
                case "silence" -> silence = words.duration();
                case "max" -> max = words.duration();
                case "tariff" -> tariff = words.next();
                default -> throw new IllegalArgumentException("not a rule");
            }
        }
        return new Rules(mode, silence, merge, max, false, tariff);
    }

    private void tell(Words words, String fact) {
        Plate plate = words.nextIs(PLATES) ? new Plate(words.next()) : PLATE;
        String verb = words.next();
        switch (verb) {
            case "in" -> see(plate, Direction.ENTRY, words);
            case "out" -> see(plate, Direction.EXIT, words);
            case "pass" -> see(plate, Direction.PASS, words);
            case "seen" -> see(plate, Direction.SIGHTING, words);
            case "now" -> now = words.time();
            case "again" -> sightings.add(sightings.get(Integer.parseInt(words.next()) - 1));
            case "correct" -> correct(capture(Integer.parseInt(words.next())), new Plate(words.next()));
            case "version" -> tariffs.add(PriceList.garage(Integer.parseInt(words.next()), words.time("from")));
            case "class" -> vehicles.add(vehicle(plate, words.next(), false, words));
            case "exempt" -> vehicles.add(vehicle(plate, null, true, words));
            default -> decide(verb, words, UUID.nameUUIDFromBytes((decisions.size() + fact).getBytes(UTF_8)));
        }
    }

    private Vehicle vehicle(Plate plate, @Nullable String vehicleClass, boolean exempt, Words words) {
        Instant from = words.nextIs("from") ? words.time("from") : null;
        Instant to = words.nextIs("to") ? words.time("to") : null;
        Set<String> zones = words.areLeft() ? Set.of(words.next()) : Set.of();
        return new Vehicle(plate, vehicles.size() + 1, now, vehicleClass, exempt, zones, from, to);
    }

    private void correct(UUID captureId, Plate plate) {
        sightings.replaceAll(s -> !s.captureId().equals(captureId)
                ? s
                : new Sighting(
                        captureId,
                        s.zone(),
                        s.rules(),
                        plate,
                        Set.of(),
                        s.place(),
                        s.capturedAt(),
                        s.direction(),
                        s.flags()));
    }

    private void see(Plate plate, Direction direction, Words words) {
        Instant time = words.time();
        Set<Plate> candidates = new HashSet<>();
        Set<String> flags = new HashSet<>();
        Coordinates place = HERE;
        Rules own = rules;
        while (words.areLeft()) {
            if (words.nextIs("[0-9.]+m")) {
                double meters = Double.parseDouble(words.next().replace("m", ""));
                place = new Coordinates(HERE.latitude() + meters / METERS_PER_DEGREE, HERE.longitude());
            } else if (words.nextIs("maybe")) {
                words.next();
                candidates.add(new Plate(words.next()));
            } else if (words.nextIs("[A-Z]+_[A-Z]+")) {
                flags.add(words.next());
            } else {
                own = rules(new Words(words.next()));
            }
        }
        UUID id = capture((int) sightings.stream().distinct().count() + 1);
        sightings.add(new Sighting(id, zone, own, plate, candidates, place, time, direction, flags));
    }

    private void decide(String verb, Words words, UUID request) {
        UUID named = capture(Integer.parseInt(words.next()));
        boolean timed = List.of("checkout", "exit", "entry").contains(verb);
        Instant at = timed ? words.time() : now;
        String other = words.areLeft() && !words.nextIs("said") ? words.next() : "";
        Instant said = words.nextIs("said") ? words.time("said") : now;
        decisions.add(
                switch (verb) {
                    case "checkout" -> new Decision.Checkout(request, named, at);
                    case "exit" -> new Decision.ExitDeclared(request, named, at, said);
                    case "entry" -> new Decision.EntryDeclared(request, named, at, said);
                    case "join" -> new Decision.Joined(request, named, capture(Integer.parseInt(other)), said);
                    case "cancel" -> new Decision.Cancelled(request, named, said);
                    case "void" -> new Decision.Waived(request, named, said);
                    case "dispute" -> new Decision.Disputed(request, named, said);
                    case "settle" -> new Decision.DisputeSettled(request, named, said, other.equals("voided"));
                    default -> throw new IllegalArgumentException("not a fact: " + verb);
                });
    }
}
