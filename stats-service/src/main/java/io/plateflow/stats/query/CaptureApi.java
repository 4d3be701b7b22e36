package io.plateflow.stats.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Captures, one and many. */
@RestController
class CaptureApi {
    private static final Set<String> STATUSES = Set.of("PENDING", "READ", "UNREADABLE", "REJECTED");

    private final JdbcClient jdbc;
    private final CapturesById captures;

    CaptureApi(JdbcClient jdbc, CapturesById captures) {
        this.jdbc = jdbc;
        this.captures = captures;
    }

    @GetMapping("/v1/captures/{id}")
    CaptureAnswer one(@PathVariable String id) {
        UUID wanted = Ids.parse(id);
        return captures.ask(List.of(wanted)).stream().findFirst().orElseThrow(() -> Refusals.notFound("capture"));
    }

    @GetMapping("/v1/captures")
    Listed<CaptureAnswer> many(@RequestParam Map<String, String> parameters) {
        Filter filter = Filter.of(parameters, "status", STATUSES);
        IdPage page = IdPage.of(jdbc, filter, "capture", "captured_at", "status = :state");
        return new Listed<>(captures.ask(page.ids()), page.next());
    }
}
