package io.plateflow.stats.reports;

import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.query.Csv;
import io.plateflow.stats.query.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports of whole days of the site: a day, a week, a month, a year, or from one day to another. */
@RestController
class ReportApi {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Reports reports;
    private final Audit audit;

    ReportApi(Reports reports, Audit audit) {
        this.reports = reports;
        this.audit = audit;
    }

    @GetMapping(path = "/v1/reports/{period}", produces = MediaType.APPLICATION_JSON_VALUE)
    Report ask(@PathVariable String period, @RequestParam Map<String, String> sent) {
        Asked asked = Asked.of(period, sent);
        return reports.of(asked.period, asked.by, asked.basis);
    }

    @GetMapping(path = "/v1/reports/{period}", produces = Csv.TYPE)
    ResponseEntity<byte[]> sheet(@PathVariable String period, @RequestParam Map<String, String> sent) {
        Asked asked = Asked.of(period, sent);
        audit.looks(Act.of(Action.EXPORT, "report", period).detail(asked.by.word() + " " + asked.basis.word()));
        String name = "report-%s-%s-%s.csv".formatted(period, asked.by.word(), asked.basis.word());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(reports.csv(asked.period, asked.by, asked.basis).getBytes(StandardCharsets.UTF_8));
    }

    private record Asked(Period period, By by, Basis basis) {
        static Asked of(String period, Map<String, String> sent) {
            Parameters parameters = new Parameters(sent);
            Optional<Period> parsed = Period.parse(period);
            if (parsed.isEmpty()) {
                parameters.fault(
                        "period_malformed",
                        "period",
                        "a period is a year 2026, a month 2026-03, a week 2026-W10, a day 2026-03-02, or 2026-03-02..2026-03-15, a year at most");
            }
            String by = parameters.oneOf("by", Set.of("zone", "day", "tariff"));
            String basis = parameters.oneOf("basis", Set.of("service", "posted"));
            parameters.refuseFaults();
            return new Asked(
                    parsed.orElseThrow(),
                    by == null ? By.ZONE : By.valueOf(by.toUpperCase(Locale.ROOT)),
                    basis == null ? Basis.SERVICE : Basis.valueOf(basis.toUpperCase(Locale.ROOT)));
        }
    }
}
