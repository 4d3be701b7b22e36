package io.plateflow.stats.query;

import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures, of all zones or of one. */
@RestController
class SummaryApi {
    private final Summary summary;

    SummaryApi(Summary summary) {
        this.summary = summary;
    }

    @GetMapping("/v1/stats/summary")
    SummaryAnswer summary(@RequestParam Map<String, String> parameters) {
        return summary.ask(Filter.of(parameters, "state", Set.of()).zone());
    }
}
