package io.plateflow.stats.reports;

import io.plateflow.stats.query.Parameters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports of whole days of the site: a day, a week, a month, a year, or from one day to another. */
@RestController
class ReportApi {
    private final Reports reports;

    ReportApi(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/v1/reports/{period}")
    Report ask(@PathVariable String period, @RequestParam Map<String, String> sent) {
        Parameters parameters = new Parameters(sent);
        Optional<Period> asked = Period.parse(period);
        if (asked.isEmpty()) {
            parameters.fault(
                    "period_malformed",
                    "period",
                    "a period is a year 2026, a month 2026-03, a week 2026-W10, a day 2026-03-02, or 2026-03-02..2026-03-15, a year at most");
        }
        String by = parameters.oneOf("by", Set.of("zone", "day", "tariff"));
        String basis = parameters.oneOf("basis", Set.of("service", "posted"));
        parameters.refuseFaults();
        return reports.of(
                asked.orElseThrow(),
                by == null ? Reports.By.ZONE : Reports.By.valueOf(by.toUpperCase(Locale.ROOT)),
                basis == null ? Basis.SERVICE : Basis.valueOf(basis.toUpperCase(Locale.ROOT)));
    }
}
