package io.plateflow.stats.reports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plateflow.stats.query.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a period came to.
 *
 * @param to exclusive
 * @param dataAt the figures hold everything received up to then
 * @param inProcess captures of the period without an end yet
 * @param toReview captures of the period that wait for a person
 * @param total of all rows and adjustments; plates of all zones or days count once
 * @param adjustments what changed in closed months since they were reported, one row per month; without plates
 * @param closure of a closed month
 * @param firstCapturedAt when there was the first capture of all, for a report without rows
 */
record Report(
        String period,
        LocalDate from,
        LocalDate to,
        String timeZone,
        String basis,
        String by,
        Instant dataAt,
        long inProcess,
        long toReview,
        Row total,
        List<Row> adjustments,
        List<Row> rows,
        @JsonUnwrapped @Nullable Closure closure,
        @Nullable Instant firstCapturedAt) {

    /** This, as it was closed. */
    Report closed(Closure by) {
        return new Report(
                period,
                from,
                to,
                timeZone,
                basis,
                this.by,
                dataAt,
                inProcess,
                toReview,
                total,
                adjustments,
                rows,
                by,
                null);
    }

    /**
     * Who closed the month.
     *
     * @param sha256 of the report as CSV, lower-case hex
     */
    record Closure(Instant closedAt, String closedBy, String sha256) {}

    /**
     * A row; each list of money has one entry per currency, and none where there is nothing.
     *
     * @param name zone, day or tariff; of an adjustment the month; empty in the total
     * @param captures by time of the photo
     * @param plates distinct ones of those captures
     * @param stays that ended
     * @param issued charges of the period, those included that were voided
     * @param voided of them, by the basis
     * @param net issued less voided
     * @param paid by time of payment, less what was given back
     * @param balance net less paid
     */
    record Row(
            String name,
            long captures,
            long plates,
            long stays,
            List<Amount> issued,
            List<Amount> voided,
            List<Amount> net,
            List<Amount> paid,
            List<Amount> balance) {}
}
