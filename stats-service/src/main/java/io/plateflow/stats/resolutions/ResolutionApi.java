package io.plateflow.stats.resolutions;

import io.plateflow.contracts.StayResolved;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.commands.Body;
import io.plateflow.stats.commands.Commands;
import io.plateflow.stats.commands.RequestIds;
import io.plateflow.stats.commands.Subjects;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.CapturesById;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.query.StayAnswer;
import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

/** Says how a doubtful stay is to be understood; accepted once the topic has the command. */
@RestController
class ResolutionApi {
    private final Subjects subjects;
    private final CapturesById captures;
    private final ExitPrices prices;
    private final Commands commands;

    ResolutionApi(Subjects subjects, CapturesById captures, ExitPrices prices, Commands commands) {
        this.subjects = subjects;
        this.captures = captures;
        this.prices = prices;
        this.commands = commands;
    }

    /** What was accepted; {@code amount} is what the stay then costs, absent where only billing can tell. */
    record Accepted(UUID stayId, UUID requestId, @Nullable Amount amount) {}

    @PostMapping(path = "/v1/stays/{id}/resolve", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Records(Action.STAY_RESOLVED)
    Accepted resolve(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] sent,
            Principal user) {
        Body body = Body.of(sent);
        Resolution resolution = Resolution.of(body);
        body.refuseFaults();
        StayAnswer stay = subjects.stayInLedger(id);
        if (stay.state().equals("SUPERSEDED")) {
            throw Refusals.of(
                    HttpStatus.CONFLICT,
                    "stay_superseded",
                    "other stays hold its captures now: look at supersededBy, or at the captures");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        UUID other = resolution.joinCaptureId();
        resolution.faults(
                stay,
                other == null
                        ? null
                        : captures.ask(List.of(other)).stream().findFirst().orElse(null),
                now,
                body);
        body.refuseFaults();
        UUID request = RequestIds.of("resolve", stay.id(), user.getName(), key);
        StayResolved command = new StayResolved(
                request,
                stay.zone(),
                stay.captureIds().get(0),
                now,
                user.getName(),
                resolution.reason(),
                resolution.exitAt(),
                resolution.entryAt(),
                other,
                resolution.cancel() ? true : null);
        commands.publish(
                command, Act.of(Action.STAY_RESOLVED, "stay", stay.id()).plate(stay.plate()));
        return new Accepted(stay.id(), request, prices.after(resolution, stay));
    }
}
