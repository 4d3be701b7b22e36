package io.plateflow.stats.corrections;

import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.commands.Body;
import io.plateflow.stats.commands.RequestIds;
import io.plateflow.stats.commands.Subjects;
import io.plateflow.stats.query.CaptureAnswer;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corrects plates; accepted once the database has it, from where it is sent until the topic has it too. */
@RestController
class CorrectionApi {
    private final Subjects subjects;
    private final Concerned concerned;
    private final Corrections corrections;
    private final Unsent unsent;
    private final StatsProperties properties;

    CorrectionApi(
            Subjects subjects,
            Concerned concerned,
            Corrections corrections,
            Unsent unsent,
            StatsProperties properties) {
        this.subjects = subjects;
        this.concerned = concerned;
        this.corrections = corrections;
        this.unsent = unsent;
        this.properties = properties;
    }

    /** What was accepted: the captures whose plate it is from now on. */
    record Accepted(UUID requestId, @Nullable String plate, List<UUID> captureIds) {}

    @PatchMapping(path = "/v1/captures/{id}/plate", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Records(Action.PLATE_CORRECTED)
    Accepted correct(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] sent,
            Principal user) {
        Body body = Body.of(sent);
        Correction correction = Correction.of(body);
        body.refuseFaults();
        CaptureAnswer capture = subjects.captureInLedger(id, Instant.now().minus(properties.ledgerRetention()));
        UUID request = RequestIds.of("correct", capture.id(), user.getName(), key);
        Act act = Act.of(Action.PLATE_CORRECTED, "capture", capture.id())
                .plates(Stream.of(
                                capture.plate() == null ? null : capture.plate().effective(),
                                correction.plate() == null
                                        ? null
                                        : correction.plate().text())
                        .filter(Objects::nonNull)
                        .toList())
                .request(request);
        List<UUID> captures = corrections.give(
                act, request, correction, concerned.by(capture, correction.applyTo()), user.getName(), Instant.now());
        unsent.trySend();
        return new Accepted(
                request, correction.plate() == null ? null : correction.plate().text(), captures);
    }
}
