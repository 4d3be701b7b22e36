package io.plateflow.domain.stay;

import static java.util.Comparator.naturalOrder;

import io.plateflow.domain.stay.Decision.DisputeSettled;
import io.plateflow.domain.stay.Decision.Disputed;
import io.plateflow.domain.stay.Decision.Waived;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people hold against the charge of a stay.
 *
 * @param waived it is not to be paid
 * @param disputed it is contested, and nobody has settled that since
 */
record Objections(boolean waived, boolean disputed) {

    static Objections of(List<Decision> decisions) {
        Optional<Instant> contested = latest(decisions.stream()
                .flatMap(d -> d instanceof Disputed raised ? Stream.of(raised.decidedAt()) : Stream.empty()));
        Optional<Instant> settled = latest(decisions.stream()
                .flatMap(d -> d instanceof DisputeSettled end ? Stream.of(end.decidedAt()) : Stream.empty()));
        boolean waived =
                decisions.stream().anyMatch(d -> d instanceof Waived || (d instanceof DisputeSettled s && s.voided()));
        boolean open = contested.isPresent()
                && settled.filter(end -> end.isAfter(contested.get())).isEmpty();
        return new Objections(waived, open);
    }

    Stream<StayFlag> flags() {
        return Stream.concat(
                waived ? Stream.of(StayFlag.VOIDED) : Stream.empty(),
                disputed ? Stream.of(StayFlag.DISPUTED) : Stream.empty());
    }

    private static Optional<Instant> latest(Stream<Instant> times) {
        return times.max(naturalOrder());
    }
}
