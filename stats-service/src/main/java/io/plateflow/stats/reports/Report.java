package io.plateflow.stats.reports;

import io.plateflow.stats.query.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a period came to.
 *
 * @param to exclusive
 * @param dataAt the figures hold everything received up to then
 * @param inProcess captures of the period without an end yet
 * @param toReview captures of the period that wait for a person
 * @param total of all rows; plates of all zones or days count once
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
        List<Row> rows) {

    /**
     * A row; each list of money has one entry per currency, and none where there is nothing.
     *
     * @param name zone, day or tariff; empty in the total
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
