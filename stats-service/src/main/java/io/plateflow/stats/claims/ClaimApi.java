package io.plateflow.stats.claims;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.ChargeDisputed;
import io.plateflow.contracts.ChargeVoidAsked;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.DisputeResolved;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.commands.Body;
import io.plateflow.stats.commands.Commands;
import io.plateflow.stats.commands.RequestIds;
import io.plateflow.stats.commands.Subjects;
import io.plateflow.stats.query.ChargeAnswer;
import io.plateflow.stats.query.Refusals;
import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** Voids, contests and decides about charges in force; accepted once the topic has the command. */
@RestController
class ClaimApi {
    private final Subjects subjects;
    private final Commands commands;

    ClaimApi(Subjects subjects, Commands commands) {
        this.subjects = subjects;
        this.commands = commands;
    }

    /** What was accepted. */
    record Accepted(UUID chargeId, UUID stayId, UUID requestId) {}

    /** The stay stands and owes nothing. */
    @PostMapping(path = "/v1/charges/{id}/void", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Records(Action.CHARGE_VOIDED)
    Accepted voidCharge(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] sent,
            Principal user) {
        String reason = reason(Body.of(sent));
        ChargeAnswer charge = subjects.chargeInForce(id);
        UUID request = RequestIds.of("void", charge.id(), user.getName(), key);
        return accept(
                charge,
                Action.CHARGE_VOIDED,
                new ChargeVoidAsked(request, charge.zone(), charge.firstCapture(), now(), user.getName(), reason));
    }

    /** The charge stays in force, flagged. */
    @PostMapping(path = "/v1/charges/{id}/dispute", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Records(Action.CHARGE_DISPUTED)
    Accepted dispute(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] sent,
            Principal user) {
        String reason = reason(Body.of(sent));
        ChargeAnswer charge = subjects.chargeInForce(id);
        UUID request = RequestIds.of("dispute", charge.id(), user.getName(), key);
        return accept(
                charge,
                Action.CHARGE_DISPUTED,
                new ChargeDisputed(request, charge.zone(), charge.firstCapture(), now(), user.getName(), reason));
    }

    /** Ends the disputes of a charge: it stands, or is voided. */
    @PostMapping(path = "/v1/charges/{id}/dispute/resolve", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Records(Action.DISPUTE_RESOLVED)
    Accepted resolve(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] sent,
            Principal user) {
        Body body = Body.of(sent);
        DisputeResolved.Outcome outcome = body.oneOf("outcome", DisputeResolved.Outcome.values(), null);
        String reason = reason(body);
        ChargeAnswer charge = subjects.chargeInForce(id);
        if (!charge.disputed()) {
            throw Refusals.of(HttpStatus.CONFLICT, "not_disputed", "nobody contests the charge");
        }
        UUID request = RequestIds.of("dispute/resolve", charge.id(), user.getName(), key);
        return accept(
                charge,
                Action.DISPUTE_RESOLVED,
                new DisputeResolved(
                        request,
                        charge.zone(),
                        charge.firstCapture(),
                        now(),
                        user.getName(),
                        reason,
                        requireNonNull(outcome)));
    }

    private Accepted accept(ChargeAnswer charge, Action action, Command command) {
        commands.publish(command, Act.of(action, "charge", charge.id()).plate(charge.plate()));
        return new Accepted(charge.id(), charge.stayId(), command.requestId());
    }

    private static String reason(Body body) {
        String reason = body.reason();
        body.refuseFaults();
        return reason;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
