package io.plateflow.domain.stay;

import static java.util.Comparator.comparingDouble;

import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The first pass: walks the chains of one zone in order and gives each, by its exact plate, to the stay that takes it. A
 * chain that no stay takes goes by its own rules: it opens a stay, or is left out.
 */
final class Walk {
    private final Decided decided;
    private final Ties ties;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Plate, List<Draft>> byPlate = new HashMap<>();
    private final Map<UUID, Draft> holders = new HashMap<>();

    Walk(Decided decided, Ties ties) {
        this.decided = decided;
        this.ties = ties;
    }

    List<Draft> over(List<Chain> chains) {
        chains.forEach(next -> see(next).ifPresent(draft -> holders.put(next.id(), draft)));
        return drafts;
    }

    /** The stay that holds {@code next} from now on. */
    private Optional<Draft> see(Chain next) {
        Optional<Draft> tiedTo = ties.of(next).stream()
                .flatMap(tied -> Stream.ofNullable(holders.get(tied.id())))
                .findFirst();
        if (tiedTo.isPresent()) {
            tiedTo.get().attach(next);
            knowAs(next, tiedTo.get());
            return tiedTo;
        }
        Optional<Draft> taking = taking(next.first());
        if (taking.isPresent()) {
            taking.get().add(next);
            return taking;
        }
        return opened(next);
    }

    /** In an automatic zone the closest of several, elsewhere only the last of the plate. */
    private Optional<Draft> taking(Sighting next) {
        List<Draft> known = byPlate.getOrDefault(next.plate(), List.of());
        if (next.rules().mode() != Mode.AUTOMATIC) {
            return last(next.plate()).filter(draft -> draft.takes(next));
        }
        return known.stream()
                .filter(draft -> draft.takes(next))
                .min(comparingDouble((Draft draft) -> draft.metersTo(next)).thenComparing(Draft::opening, Chain.ORDER));
    }

    private Optional<Draft> opened(Chain next) {
        boolean leaves = next.goes(Direction.EXIT);
        Optional<Draft> draft = Optional.ofNullable(
                switch (next.first().rules().mode()) {
                    case AUTOMATIC, SIGHTINGS -> leaves ? null : new SightedDraft(next, decided);
                    case PASSAGE -> new PassageDraft(next, decided);
                    case GATED ->
                        leaves
                                ? new LoneExitDraft(next, decided)
                                : next.goes(Direction.ENTRY) ? new GatedDraft(next, decided, ties) : null;
                });
        if (next.goes(Direction.ENTRY)) {
            last(next.plate()).ifPresent(before -> before.entersAgain(next));
        }
        draft.ifPresent(drafts::add);
        draft.filter(Draft::isFoundByPlate).ifPresent(d -> known(next.plate()).add(d));
        return draft;
    }

    /** A joined vehicle is known by both its plates, until it has left. */
    private void knowAs(Chain joined, Draft draft) {
        boolean hasLeft =
                draft.end().filter(end -> !end.at().isAfter(joined.at())).isPresent();
        if (draft.isFoundByPlate() && !hasLeft) {
            known(joined.plate()).remove(draft);
            known(joined.plate()).add(draft);
        }
    }

    private List<Draft> known(Plate plate) {
        return byPlate.computeIfAbsent(plate, p -> new ArrayList<>());
    }

    private Optional<Draft> last(Plate plate) {
        List<Draft> known = byPlate.getOrDefault(plate, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1));
    }
}
