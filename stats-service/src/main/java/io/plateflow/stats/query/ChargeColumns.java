package io.plateflow.stats.query;

import io.plateflow.stats.query.Csv.Column;
import java.util.List;
import org.springframework.stereotype.Component;

/** Charges as CSV: times in UTC and as the site's clocks show them, amounts beside their currency. */
@Component
class ChargeColumns {
    private final LocalTimes local;

    ChargeColumns(LocalTimes local) {
        this.local = local;
    }

    List<Column<ChargeAnswer>> all() {
        return List.of(
                new Column<>("id", ChargeAnswer::id),
                new Column<>("stay", ChargeAnswer::stayId),
                new Column<>("revision", ChargeAnswer::revision),
                new Column<>("state", ChargeAnswer::state),
                new Column<>("plate", ChargeAnswer::plate),
                new Column<>("zone", ChargeAnswer::zone),
                new Column<>("from_utc", ChargeAnswer::from),
                new Column<>("from_local", c -> local.of(c.from())),
                new Column<>("to_utc", ChargeAnswer::to),
                new Column<>("to_local", c -> local.of(c.to())),
                new Column<>("service_date", ChargeAnswer::serviceDate),
                new Column<>("posted_at_utc", ChargeAnswer::postedAt),
                new Column<>("posted_at_local", c -> local.of(c.postedAt())),
                new Column<>("voided_at_utc", ChargeAnswer::voidedAt),
                new Column<>("void_reason", ChargeAnswer::voidReason),
                new Column<>("tariff", ChargeAnswer::tariff),
                new Column<>("vehicle_class", ChargeAnswer::vehicleClass),
                new Column<>("disputed", ChargeAnswer::disputed),
                new Column<>("amount", c -> c.amount().amount()),
                new Column<>("paid", c -> c.paid().amount()),
                new Column<>("balance", c -> c.balance().amount()),
                new Column<>("currency", c -> c.amount().currency()));
    }
}
