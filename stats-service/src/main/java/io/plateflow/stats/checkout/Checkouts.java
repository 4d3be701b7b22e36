package io.plateflow.stats.checkout;

import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.domain.Uuids;
import io.plateflow.domain.money.Money;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Price;
import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.commands.Commands;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.query.StaysById;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Ends stays at a price that was shown: first it is named, then the command goes to the topic. */
@Component
public class Checkouts {
    private final StaysById stays;
    private final Commands commands;

    Checkouts(StaysById stays, Commands commands) {
        this.stays = stays;
        this.commands = commands;
    }

    /** What will be charged; 409 when the stay is not open or nobody's any more, the quote is too old, or no tariff prices it. */
    public Money price(StayAnswer stay, Quote quote) {
        if (!stay.state().equals("OPEN") || stay.captureIds().isEmpty()) {
            throw Refusals.of(HttpStatus.CONFLICT, "stay_closed", "the stay is not open");
        }
        if (Aliases.isAlias(stay.plate())) {
            throw Refusals.of(
                    HttpStatus.CONFLICT, "plate_erased", "the stay came after its plate was erased: it ends by itself");
        }
        if (!quote.holdsAt(Instant.now())) {
            throw Refusals.of(HttpStatus.CONFLICT, "quote_expired", "a quote holds for two minutes: ask for a new one");
        }
        return stays.priceUntil(stay.id(), quote.at())
                .map(Price::amount)
                .orElseThrow(() -> Refusals.of(
                        HttpStatus.CONFLICT,
                        "no_tariff",
                        "no version of the zone's tariff " + stay.tariff() + " is known"));
    }

    /** Returns the request's id once the topic has it. */
    public UUID publish(StayAnswer stay, Quote quote, String user) {
        StayCheckedOut command = command(stay, quote, user);
        commands.publish(command, Act.of(Action.CHECKOUT, "stay", stay.id()).plate(stay.plate()));
        return command.requestId();
    }

    /** What ends the stay; the same quote of a stay is one request. */
    public StayCheckedOut command(StayAnswer stay, Quote quote, String user) {
        return new StayCheckedOut(
                Uuids.v5("checkout", stay.id().toString(), quote.at().toString()),
                stay.zone(),
                new Plate(stay.plate()),
                stay.captureIds().get(0),
                quote.at(),
                user);
    }
}
