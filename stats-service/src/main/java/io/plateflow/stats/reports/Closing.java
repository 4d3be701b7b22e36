package io.plateflow.stats.reports;

import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.query.Freshness;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Closes a month: its reports are written as the rows are at one moment, all of them or none. */
@Component
class Closing {
    private final Reports reports;
    private final Adjustments adjustments;
    private final PeriodRows rows;
    private final ClosedMonths closed;
    private final Freshness freshness;
    private final Audit audit;

    Closing(
            Reports reports,
            Adjustments adjustments,
            PeriodRows rows,
            ClosedMonths closed,
            Freshness freshness,
            Audit audit) {
        this.reports = reports;
        this.adjustments = adjustments;
        this.rows = rows;
        this.closed = closed;
        this.freshness = freshness;
        this.audit = audit;
    }

    /**
     * What was closed.
     *
     * @param inProcess captures of the month without an end yet
     * @param toReview captures of the month that wait for a person
     */
    record Closed(
            YearMonth month,
            Instant closedAt,
            String closedBy,
            Instant dataAt,
            long inProcess,
            long toReview,
            List<Fingerprint> reports) {}

    /** SHA-256 of a report as CSV, in lower-case hex. */
    record Fingerprint(String basis, String by, String sha256) {}

    /**
     * The cut is this transaction's snapshot: what was in the rows when the month was taken counts, and what comes later
     * is an adjustment.
     *
     * @param ended when the month ended; the rows must hold all that was received by then
     * @throws org.springframework.dao.DuplicateKeyException when the month was closed before
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Closed close(YearMonth month, Instant ended, Instant now, String user) {
        Instant dataAt = freshness.dataAt();
        if (dataAt.isBefore(ended)) {
            throw Refusals.of(
                    HttpStatus.CONFLICT,
                    "data_behind",
                    "not all that was received before the month ended is in the rows yet; try again in a while");
        }
        // The first statement; the snapshot is made by the question after it, when nobody else can close this month.
        closed.take(month, now, user);
        Period period = Period.of(month);
        PeriodRows.Gathered open = rows.gather(period, By.ZONE, Basis.SERVICE);
        List<Fingerprint> fingerprints = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            for (By by : By.values()) {
                byte[] csv =
                        Sheet.write(reports.live(period, by, basis, dataAt)).getBytes(StandardCharsets.UTF_8);
                String sha256 = HexFormat.of().formatHex(Sha256.of(csv));
                closed.keep(month, by, basis, csv, sha256);
                fingerprints.add(new Fingerprint(basis.word(), by.word(), sha256));
            }
            closed.keep(month, basis, month, rows.gather(period, By.ZONE, basis).total());
            for (Map.Entry<YearMonth, Tally> adjustment :
                    adjustments.in(month, basis).entrySet()) {
                closed.keep(month, basis, adjustment.getKey(), adjustment.getValue());
            }
        }
        audit.did(Act.of(Action.MONTH_CLOSED, "month", month));
        return new Closed(month, now, user, dataAt, open.inProcess(), open.toReview(), fingerprints);
    }
}
