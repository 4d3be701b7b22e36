package io.plateflow.stats.settlements;

import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.commands.Body;
import io.plateflow.stats.commands.RequestIds;
import io.plateflow.stats.commands.Subjects;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.ChargeAnswer;
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

/**
 * Takes payments; accepted once the topic has the command. A payment of a charge that was voided meanwhile follows its
 * capture to the one in force, so it is never refused for that.
 */
@RestController
class SettlementApi {
    private final Subjects subjects;
    private final Counter counter;

    SettlementApi(Subjects subjects, Counter counter) {
        this.subjects = subjects;
        this.counter = counter;
    }

    /** What was accepted. */
    record Accepted(UUID chargeId, UUID stayId, UUID requestId, Amount amount) {}

    @PostMapping(path = "/v1/charges/{id}/settlements", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Records(Action.SETTLED)
    Accepted settle(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] sent,
            Principal user) {
        Body body = Body.of(sent);
        ChargeAnswer charge = subjects.charge(id);
        Settlement settlement = Settlement.of(body, charge.amount().currency());
        body.refuseFaults();
        UUID request = RequestIds.of("settle", charge.id(), user.getName(), key);
        Amount taken = counter.take(charge, settlement, request, user.getName());
        return new Accepted(charge.id(), charge.stayId(), request, taken);
    }
}
