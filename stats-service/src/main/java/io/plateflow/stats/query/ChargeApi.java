package io.plateflow.stats.query;

import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Charges, newest first. */
@RestController
class ChargeApi {
    private final JdbcClient jdbc;
    private final ChargesById charges;

    ChargeApi(JdbcClient jdbc, ChargesById charges) {
        this.jdbc = jdbc;
        this.charges = charges;
    }

    @GetMapping("/v1/charges")
    Listed<ChargeAnswer> many(@RequestParam Map<String, String> parameters) {
        Filter filter = Filter.of(parameters, "state", Set.of("ISSUED", "VOIDED"));
        String state = "(voided_at IS NULL) = (:state = 'ISSUED')";
        IdPage page = IdPage.of(jdbc, filter, "charge", "posted_at", state);
        return new Listed<>(charges.ask(page.ids()), page.next());
    }
}
