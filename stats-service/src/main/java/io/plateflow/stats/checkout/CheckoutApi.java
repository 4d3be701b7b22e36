package io.plateflow.stats.checkout;

import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.commands.Subjects;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.StayAnswer;
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
    private final Checkouts checkouts;

    CheckoutApi(Subjects subjects, Checkouts checkouts) {
        this.subjects = subjects;
        this.checkouts = checkouts;
    }

    /** What was accepted; {@code amount} is what will be charged. */
    record Accepted(UUID stayId, UUID requestId, Instant at, Amount amount) {}

    // JSON alone: a form of another site cannot send it.
    @PostMapping(path = "/v1/stays/{id}/checkout", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Records(Action.CHECKOUT)
    Accepted checkout(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] body, Principal user) {
        Quote quote = Quote.parse(body);
        StayAnswer stay = subjects.stayInLedger(id);
        Amount price = Amount.of(checkouts.price(stay, quote));
        return new Accepted(stay.id(), checkouts.publish(stay, quote, user.getName()), quote.at(), price);
    }
}
