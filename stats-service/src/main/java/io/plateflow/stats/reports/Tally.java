package io.plateflow.stats.reports;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.money.Sums;
import io.plateflow.stats.query.Amount;
import java.util.List;

/** Gathers a row. */
final class Tally {
    long captures;
    long plates;
    long stays;
    final Sums issued = new Sums();
    final Sums voided = new Sums();
    final Sums paid = new Sums();

    /** Adds all but plates, which two rows may have in common. */
    void add(Tally other) {
        captures += other.captures;
        stays += other.stays;
        issued.addAll(other.issued);
        voided.addAll(other.voided);
        paid.addAll(other.paid);
    }

    /** This with {@code other} taken off, without plates; both stay as they are. */
    Tally less(Tally other) {
        Tally difference = new Tally();
        difference.captures = captures - other.captures;
        difference.stays = stays - other.stays;
        changes(issued, other.issued).forEach(difference.issued::add);
        changes(voided, other.voided).forEach(difference.voided::add);
        changes(paid, other.paid).forEach(difference.paid::add);
        return difference;
    }

    private static List<Money> changes(Sums ours, Sums others) {
        return ours.less(others).changes();
    }

    boolean isNothing() {
        return captures == 0
                && stays == 0
                && issued.changes().isEmpty()
                && voided.changes().isEmpty()
                && paid.changes().isEmpty();
    }

    Report.Row row(String name) {
        Sums net = issued.less(voided);
        return new Report.Row(
                name,
                captures,
                plates,
                stays,
                amounts(issued),
                amounts(voided),
                amounts(net),
                amounts(paid),
                amounts(net.less(paid)));
    }

    private static List<Amount> amounts(Sums sums) {
        return sums.all().stream().map(Amount::of).toList();
    }
}
