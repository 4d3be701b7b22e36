package io.plateflow.stats.gate;

import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.commands.Body;
import io.plateflow.stats.commands.RequestIds;
import io.plateflow.stats.query.Amount;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** "Cobrar" at a gate: takes what a stay owes, once; accepted once the topic has the payment. */
@RestController
class PaymentApi {
    private final Till till;

    PaymentApi(Till till) {
        this.till = till;
    }

    /** What was accepted; a repeat of the same attempt is answered alike. */
    record Accepted(UUID stayId, Amount amount, String method) {}

    // JSON alone: a form of another site cannot send it.
    @PostMapping(path = "/v1/stays/{id}/payments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Records(Action.GATE_PAYMENT)
    Accepted pay(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] sent,
            Principal user) {
        Body body = Body.of(sent);
        return till.take(id, body, stay -> RequestIds.of("pay", stay, user.getName(), key), user.getName());
    }
}
