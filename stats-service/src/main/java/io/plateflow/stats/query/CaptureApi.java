package io.plateflow.stats.query;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Captures, one and many. */
@RestController
class CaptureApi {
    private static final Set<String> STATUSES = Set.of("PENDING", "READ", "UNREADABLE", "REJECTED");

    private final IdPages pages;
    private final CapturesById captures;
    private final CaptureColumns columns;
    private final Searches searches;

    CaptureApi(IdPages pages, CapturesById captures, CaptureColumns columns, Searches searches) {
        this.pages = pages;
        this.captures = captures;
        this.columns = columns;
        this.searches = searches;
    }

    @GetMapping("/v1/captures/{id}")
    CaptureAnswer one(@PathVariable String id) {
        UUID wanted = Ids.parse(id);
        return captures.ask(List.of(wanted)).stream().findFirst().orElseThrow(() -> Refusals.notFound("capture"));
    }

    @GetMapping(path = "/v1/captures", produces = MediaType.APPLICATION_JSON_VALUE)
    Listed<CaptureAnswer> many(@RequestParam Map<String, String> parameters) {
        Filter filter = Filter.of(parameters, "status", STATUSES);
        searches.at("captures", filter);
        IdPages.IdPage page = pages.ask(ListOf.CAPTURES, filter);
        return new Listed<>(captures.ask(page.ids()), page.nextText(), page.total());
    }

    @GetMapping(path = "/v1/captures", produces = Csv.TYPE)
    void all(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Filter filter = Filter.of(parameters, "status", STATUSES);
        searches.takes("captures", filter);
        Csv.write(response, "captures", columns.all(), filter, f -> pages.ask(ListOf.CAPTURES, f), captures::ask);
    }
}
