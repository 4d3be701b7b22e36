package io.plateflow.billing;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.ChargeVoided;
import io.plateflow.contracts.StayRecord;
import java.util.List;

/** What billing said, in few words. */
final class Said {
    private Said() {}

    /** For example {@code 600.00 AC123BD hourly@1} or {@code voided: recomputed}. */
    static List<String> charges(Bench bench) {
        return bench.charges().stream().map(Said::charge).toList();
    }

    /** For example {@code CLOSED EXIT 10:00–11:30 [CONFUSABLE]}. */
    static List<String> stays(Bench bench) {
        return bench.stays().stream().map(Said::stay).toList();
    }

    private static String charge(ChargeEvent event) {
        return event instanceof ChargeIssued issued
                ? issued.amount().amount() + " " + issued.plate() + " " + issued.tariff()
                : "voided: " + ((ChargeVoided) event).reason();
    }

    private static String stay(StayRecord stay) {
        String by = stay.closedBy() == null ? "" : " " + stay.closedBy();
        String to = stay.to() == null ? "" : stay.to().toString().substring(11, 16);
        String flags = stay.flags().isEmpty() ? "" : " " + stay.flags();
        return stay.state() + by + " " + stay.from().toString().substring(11, 16) + "–" + to + flags;
    }
}
