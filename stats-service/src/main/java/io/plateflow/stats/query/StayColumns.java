package io.plateflow.stats.query;

import io.plateflow.stats.query.Csv.Column;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stays as CSV: times in UTC and as the site's clocks show them, amounts beside their currency. */
@Component
class StayColumns {
    private final LocalTimes local;

    StayColumns(LocalTimes local) {
        this.local = local;
    }

    List<Column<StayAnswer>> all() {
        return List.of(
                new Column<>("id", StayAnswer::id),
                new Column<>("plate", StayAnswer::plate),
                new Column<>("zone", StayAnswer::zone),
                new Column<>("state", StayAnswer::state),
                new Column<>("from_utc", StayAnswer::from),
                new Column<>("from_local", s -> local.of(s.from())),
                new Column<>("to_utc", StayAnswer::to),
                new Column<>("to_local", s -> local.of(s.to())),
                new Column<>("closed_by", StayAnswer::closedBy),
                new Column<>("elapsed_seconds", StayAnswer::elapsedSeconds),
                new Column<>("tariff", StayAnswer::tariff),
                new Column<>("flags", s -> String.join(" ", s.flags())),
                new Column<>("captures", s -> s.captureIds().size()),
                new Column<>(
                        "amount_so_far",
                        s -> s.amountSoFar() == null ? null : s.amountSoFar().amount()),
                new Column<>(
                        "currency",
                        s -> s.amountSoFar() == null ? null : s.amountSoFar().currency()),
                new Column<>("charge", StayAnswer::chargeId));
    }
}
