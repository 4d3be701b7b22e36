package io.plateflow.stats.query;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plateflow.contracts.StayRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stays, one and many. */
@RestController
class StayApi {
    /** What billing dropped is no work for anyone, whatever its state was. */
    private static final String IN_STATE =
            "state = :state AND (:state NOT IN ('OPEN', 'NEEDS_REVIEW') OR ledger_closed_at IS NULL)";

    private static final Set<String> STATES =
            Arrays.stream(StayRecord.State.values()).map(Enum::name).collect(toUnmodifiableSet());

    private final JdbcClient jdbc;
    private final StaysById stays;

    StayApi(JdbcClient jdbc, StaysById stays) {
        this.jdbc = jdbc;
        this.stays = stays;
    }

    @GetMapping("/v1/stays/{id}")
    StayAnswer one(@PathVariable String id) {
        UUID wanted = Ids.parse(id);
        return stays.ask(List.of(wanted)).stream().findFirst().orElseThrow(() -> Refusals.notFound("stay"));
    }

    @GetMapping("/v1/stays")
    Listed<StayAnswer> many(@RequestParam Map<String, String> parameters) {
        Filter filter = Filter.of(parameters, "state", STATES);
        IdPage page = IdPage.of(jdbc, filter, "stay", "from_at", IN_STATE);
        return new Listed<>(stays.ask(page.ids()), page.next());
    }
}
