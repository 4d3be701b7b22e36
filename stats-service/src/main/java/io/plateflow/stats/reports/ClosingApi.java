package io.plateflow.stats.reports;

import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.query.Refusals;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Closes months; who did it and when is kept with the reports. Of two at once one closes, the other is refused. */
@RestController
class ClosingApi {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingApi.class);

    private final Closing closing;
    private final StatsProperties properties;

    ClosingApi(Closing closing, StatsProperties properties) {
        this.closing = closing;
        this.properties = properties;
    }

    // JSON alone: a form of another site cannot send it.
    @PostMapping(path = "/v1/reports/months/{month}/close", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Records(Action.MONTH_CLOSED)
    Closing.Closed close(@PathVariable String month, Principal user) {
        YearMonth asked = parse(month);
        Instant ended =
                asked.plusMonths(1).atDay(1).atStartOfDay(properties.timeZone()).toInstant();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (now.isBefore(ended)) {
            throw Refusals.of(HttpStatus.CONFLICT, "month_not_over", "the month ends at " + ended);
        }
        try {
            Closing.Closed closed = closing.close(asked, ended, now, user.getName());
            LOG.info("{} closed {}: {}", user.getName(), asked, closed.reports());
            return closed;
        } catch (DuplicateKeyException e) {
            throw Refusals.of(HttpStatus.CONFLICT, "month_closed", "the month is closed, and a month is closed once");
        }
    }

    private static YearMonth parse(String month) {
        try {
            if (month.matches("\\d{4}-\\d\\d")) {
                return YearMonth.parse(month);
            }
        } catch (DateTimeException e) {
            // refused below
        }
        throw Refusals.invalid(List.of(new Refusals.Fault("month_malformed", "month", "a month is as 2026-03")));
    }
}
