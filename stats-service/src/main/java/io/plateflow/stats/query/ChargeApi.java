package io.plateflow.stats.query;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charges, newest first. */
@RestController
class ChargeApi {
    private static final Set<String> STATES = Set.of("ISSUED", "VOIDED");

    private final IdPages pages;
    private final ChargesById charges;
    private final ChargeColumns columns;
    private final Searches searches;

    ChargeApi(IdPages pages, ChargesById charges, ChargeColumns columns, Searches searches) {
        this.pages = pages;
        this.charges = charges;
        this.columns = columns;
        this.searches = searches;
    }

    @GetMapping(path = "/v1/charges", produces = MediaType.APPLICATION_JSON_VALUE)
    Listed<ChargeAnswer> many(@RequestParam Map<String, String> parameters) {
        Filter filter = Filter.of(parameters, "state", STATES);
        searches.at("charges", filter);
        IdPages.IdPage page = pages.ask(ListOf.CHARGES, filter);
        return new Listed<>(charges.ask(page.ids()), page.nextText(), page.total());
    }

    @GetMapping(path = "/v1/charges", produces = Csv.TYPE)
    void all(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Filter filter = Filter.of(parameters, "state", STATES);
        searches.takes("charges", filter);
        Csv.write(response, "charges", columns.all(), filter, f -> pages.ask(ListOf.CHARGES, f), charges::ask);
    }
}
