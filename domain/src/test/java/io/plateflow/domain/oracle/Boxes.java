package io.plateflow.domain.oracle;

import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.stay.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the sightings of one zone into boxes, one stay each. */
final class Boxes {
    private final ZoneHistory history;
    private final List<Box> boxes = new ArrayList<>();
    private int step;

    Boxes(ZoneHistory history) {
        this.history = history;
    }

    List<Box> fill() {
        for (Sighting seen : history.leaders()) {
            step++;
            put(seen);
        }
        List<Box> lone = boxes.stream().filter(b -> b.loneExit).toList();
        lone.forEach(this::match);
        return boxes;
    }

    private void put(Sighting seen) {
        for (Box box : boxes) {
            if (box.seen.stream().anyMatch(held -> history.tiedTo(held).contains(seen))) {
                box.seen.add(seen);
                box.joined = true;
                Ending end = Ending.of(history, box.seen, null);
                if (!box.names.isEmpty() && (end == null || end.at().isAfter(seen.capturedAt()))) {
                    box.names.put(seen.plate(), step);
                }
                return;
            }
        }
        Box last = last(seen.plate());
        Box closest = null;
        for (Box box : boxes) {
            boolean candidate =
                    seen.rules().mode() == Mode.AUTOMATIC ? box.names.containsKey(seen.plate()) : box == last;
            if (candidate && takes(box, seen) && (closest == null || meters(box, seen) < meters(closest, seen))) {
                closest = box;
            }
        }
        if (closest != null) {
            closest.seen.add(seen);
            return;
        }
        if (last != null && seen.direction() == Direction.ENTRY && last.nextEntry == null) {
            last.nextEntry = seen;
        }
        boolean leaves = seen.direction() == Direction.EXIT;
        Mode mode = seen.rules().mode();
        Box box = new Box(seen);
        if (mode == Mode.PASSAGE) {
            boxes.add(box);
        } else if (mode == Mode.GATED && leaves) {
            box.loneExit = true;
            boxes.add(box);
        } else if (!leaves && (mode != Mode.GATED || seen.direction() == Direction.ENTRY)) {
            box.names.put(seen.plate(), step);
            boxes.add(box);
        }
    }

    private boolean takes(Box box, Sighting seen) {
        Ending end = Ending.of(history, box.seen, null);
        boolean before = end == null || !end.at().isBefore(seen.capturedAt());
        return switch (box.first().rules().mode()) {
            case PASSAGE -> false;
            case AUTOMATIC -> before && meters(box, seen) <= 100;
            case SIGHTINGS ->
                end == null ? !Ending.isSilent(box.seen, Ending.last(history, box.seen), seen.capturedAt()) : before;
            case GATED -> {
                boolean inTime = !box.first()
                        .capturedAt()
                        .plus(box.first().rules().maxStay())
                        .isBefore(seen.capturedAt());
                boolean hasLeft = box.seen.stream().anyMatch(s -> s.direction() == Direction.EXIT);
                yield inTime
                        && box.nextEntry == null
                        && switch (seen.direction()) {
                            case ENTRY -> false;
                            case EXIT -> !hasLeft;
                            case PASS, SIGHTING -> before;
                        };
            }
        };
    }

    /** Offers a lone exit the boxes it may belong to. */
    private void match(Box lone) {
        Decision.Resolution said = Ending.lastResolution(history, lone.seen);
        if (said instanceof Decision.EntryDeclared || said instanceof Decision.Cancelled) {
            return;
        }
        List<Box> offered =
                boxes.stream().filter(box -> mayHold(box, lone.first())).toList();
        lone.ambiguous = offered.size() > 1;
        if (offered.size() == 1) {
            Box box = offered.get(0);
            box.misreadExit = lone.first();
            box.joined |= lone.joined;
            box.seen.addAll(lone.seen);
            boxes.remove(lone);
        }
    }

    private boolean mayHold(Box box, Sighting exit) {
        Sighting entry = box.first();
        if (entry.rules().mode() != Mode.GATED || box.loneExit || box.misreadExit != null) {
            return false;
        }
        if (Ending.of(history, box.seen, null) != null
                || Ending.lastResolution(history, box.seen) instanceof Decision.Cancelled) {
            return false;
        }
        Plate plate = Verdict.plate(history, box);
        boolean alike = plate.fold().equals(exit.plate().fold())
                || exit.candidates().contains(plate)
                || entry.candidates().contains(exit.plate());
        boolean inTime = !entry.capturedAt().plus(entry.rules().maxStay()).isBefore(exit.capturedAt());
        boolean goneSince = box.seen.stream().allMatch(s -> ZoneHistory.isBefore(s, exit));
        boolean isLast = box.nextEntry == null || ZoneHistory.isBefore(exit, box.nextEntry);
        return alike && inTime && goneSince && isLast;
    }

    private @Nullable Box last(Plate plate) {
        Box last = null;
        for (Box box : boxes) {
            Integer since = box.names.get(plate);
            if (since != null && (last == null || since > last.names.getOrDefault(plate, 0))) {
                last = box;
            }
        }
        return last;
    }

    private static double meters(Box box, Sighting seen) {
        return box.first().place().metersTo(seen.place());
    }
}
