package io.plateflow.stats.checkout;

import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.domain.Uuids;
import io.plateflow.domain.plate.Plate;
import io.plateflow.stats.commands.Commands;
import io.plateflow.stats.commands.Subjects;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.query.StaysById;
import java.security.Principal;
import java.time.Instant;
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
    private final Subjects subjects;
    private final StaysById stays;
    private final Commands commands;

    CheckoutApi(Subjects subjects, StaysById stays, Commands commands) {
        this.subjects = subjects;
        this.stays = stays;
        this.commands = commands;
    }

    /** What was accepted; {@code amount} is what will be charged. */
    record Accepted(UUID stayId, UUID requestId, Instant at, Amount amount) {}

    // JSON alone: a form of another site cannot send it.
    @PostMapping(path = "/v1/stays/{id}/checkout", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted checkout(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] body, Principal user) {
        Quote quote = Quote.parse(body);
        StayAnswer stay = subjects.stayInLedger(id);
        if (!stay.state().equals("OPEN") || stay.captureIds().isEmpty()) {
            throw Refusals.of(HttpStatus.CONFLICT, "stay_closed", "the stay is not open");
        }
        if (!quote.holdsAt(Instant.now())) {
            throw Refusals.of(HttpStatus.CONFLICT, "quote_expired", "a quote holds for two minutes: ask for a new one");
        }
        Amount price = stays.priceUntil(stay.id(), quote.at())
                .map(p -> Amount.of(p.amount()))
                .orElseThrow(() -> Refusals.of(
                        HttpStatus.CONFLICT,
                        "no_tariff",
                        "no version of the zone's tariff " + stay.tariff() + " is known"));
        UUID requestId = Uuids.v5("checkout", stay.id().toString(), quote.at().toString());
        commands.publish(new StayCheckedOut(
                requestId,
                stay.zone(),
                new Plate(stay.plate()),
                stay.captureIds().get(0),
                quote.at(),
                user.getName()));
        return new Accepted(stay.id(), requestId, quote.at(), price);
    }
}
