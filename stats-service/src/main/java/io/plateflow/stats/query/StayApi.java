package io.plateflow.stats.query;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plateflow.contracts.StayRecord;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stays, one and many. */
@RestController
class StayApi {
    private static final Set<String> STATES =
            Arrays.stream(StayRecord.State.values()).map(Enum::name).collect(toUnmodifiableSet());

    private final IdPages pages;
    private final StaysById stays;
    private final StayColumns columns;
    private final Searches searches;

    StayApi(IdPages pages, StaysById stays, StayColumns columns, Searches searches) {
        this.pages = pages;
        this.stays = stays;
        this.columns = columns;
        this.searches = searches;
    }

    @GetMapping("/v1/stays/{id}")
    StayAnswer one(@PathVariable String id) {
        UUID wanted = Ids.parse(id);
        return stays.ask(List.of(wanted)).stream().findFirst().orElseThrow(() -> Refusals.notFound("stay"));
    }

    @GetMapping(path = "/v1/stays", produces = MediaType.APPLICATION_JSON_VALUE)
    Listed<StayAnswer> many(@RequestParam Map<String, String> parameters) {
        Filter filter = Filter.of(parameters, "state", STATES);
        searches.at("stays", filter);
        IdPages.IdPage page = pages.ask(ListOf.STAYS, filter);
        return new Listed<>(stays.ask(page.ids()), page.nextText(), page.total());
    }

    @GetMapping(path = "/v1/stays", produces = Csv.TYPE)
    void all(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Filter filter = Filter.of(parameters, "state", STATES);
        searches.takes("stays", filter);
        Csv.write(response, "stays", columns.all(), filter, f -> pages.ask(ListOf.STAYS, f), stays::ask);
    }
}
