package io.plateflow.stats.quotes;

import io.plateflow.contracts.Json;
import io.plateflow.domain.tariff.Price;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.editions.Written;
import io.plateflow.stats.tariffs.TariffBook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a stay or a passage would cost; the same engine and lines as a charge. */
@RestController
class QuoteApi {
    private final TariffBook tariffs;

    QuoteApi(TariffBook tariffs) {
        this.tariffs = tariffs;
    }

    // JSON alone: a form of another site cannot send it.
    @PostMapping(path = "/v1/quotes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records({})
    ObjectNode quote(@RequestBody(required = false) byte @Nullable [] body) {
        Asked asked = Asked.of(Written.tree(body), tariffs);
        Tariff tariff = asked.tariff();
        Price price = tariff.price(asked.entry(), asked.exit(), asked.vehicleClass(), asked.exempt());
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("tariff", tariff.reference());
        answer.setAll((ObjectNode) Json.MAPPER.valueToTree(price));
        if (!asked.warnings().isEmpty()) {
            answer.set("warnings", Json.MAPPER.valueToTree(asked.warnings()));
        }
        return answer;
    }
}
