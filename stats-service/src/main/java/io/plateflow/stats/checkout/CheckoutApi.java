package io.plateflow.stats.checkout;

import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.domain.Uuids;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.Ids;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.query.StaysById;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ends an open stay at the instant of the quote that was shown; accepted once the topic has the command. */
@RestController
class CheckoutApi {
    private final StaysById stays;
    private final Commands commands;

    CheckoutApi(StaysById stays, Commands commands) {
        this.stays = stays;
        this.commands = commands;
    }

    /** What was accepted; {@code amount} is what will be charged. */
    record Accepted(UUID stayId, UUID requestId, Instant at, Amount amount) {}

    // JSON alone: a form of another site cannot send it.
    @PostMapping(path = "/v1/stays/{id}/checkout", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted checkout(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] body, Principal user) {
        UUID stayId = Ids.parse(id);
        Quote quote = Quote.parse(body);
        StayAnswer stay = stays.ask(List.of(stayId)).stream().findFirst().orElseThrow(() -> Refusals.notFound("stay"));
        if (!stay.state().equals("OPEN") || stay.captureIds().isEmpty()) {
            throw Refusals.of(HttpStatus.CONFLICT, "stay_closed", "the stay is not open");
        }
        if (stay.ledgerClosedAt() != null) {
            throw Refusals.of(
                    HttpStatus.CONFLICT, "ledger_closed", "the stay is older than billing keeps: it cannot be charged");
        }
        if (!quote.holdsAt(Instant.now())) {
            throw Refusals.of(HttpStatus.CONFLICT, "quote_expired", "a quote holds for two minutes: ask for a new one");
        }
        UUID requestId = Uuids.v5("checkout", stayId.toString(), quote.at().toString());
        commands.publish(new StayCheckedOut(
                requestId,
                stay.zone(),
                new Plate(stay.plate()),
                stay.captureIds().get(0),
                quote.at(),
                user.getName()));
        return new Accepted(
                stayId,
                requestId,
                quote.at(),
                Amount.of(Tariff.ORIGINAL.price(stay.from(), quote.at()).amount()));
    }
}
