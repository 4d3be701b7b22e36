package io.plateflow.stats.erasure;

import static java.util.Objects.requireNonNullElse;

import io.plateflow.domain.Uuids;
import io.plateflow.domain.plate.Plate;
import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.commands.Body;
import io.plateflow.stats.commands.RequestIds;
import io.plateflow.stats.editions.EditionJson;
import io.plateflow.stats.query.CapturesById;
import io.plateflow.stats.query.Freshness;
import io.plateflow.stats.query.Ids;
import io.plateflow.stats.query.Listed;
import io.plateflow.stats.query.Refusals;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Erases on an administrator's request; refused with all that a claim needs still. */
@RestController
class ErasureApi {
    /** While rows are as far behind their topics, a charge may be missing that nobody has paid. */
    private static final Duration BEHIND = Duration.ofMinutes(1);

    private final Erasures erasures;
    private final Previews previews;
    private final CapturesById captures;
    private final Aliases aliases;
    private final Freshness freshness;
    private final Audit audit;

    ErasureApi(
            Erasures erasures,
            Previews previews,
            CapturesById captures,
            Aliases aliases,
            Freshness freshness,
            Audit audit) {
        this.erasures = erasures;
        this.previews = previews;
        this.captures = captures;
        this.aliases = aliases;
        this.freshness = freshness;
        this.audit = audit;
    }

    // JSON alone: a form of another site cannot send it.
    @PostMapping(path = "/v1/erasures", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records({Action.ERASED, Action.SEARCH})
    ResponseEntity<Object> ask(
            @RequestParam(defaultValue = "false") String dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] sent,
            Principal user) {
        boolean preview = EditionJson.isDryRun(dryRun);
        Body body = Body.of(sent);
        Asked asked = Asked.of(body, preview);
        body.refuseFaults();
        if (asked.capture() != null && captures.ask(List.of(asked.capture())).isEmpty()) {
            throw Refusals.notFound("capture");
        }
        if (preview) {
            if (asked.plate() != null) {
                audit.looks(Act.of(Action.SEARCH, "list", "erasures")
                        .plate(asked.plate().text()));
            }
            return ResponseEntity.ok(previews.of(asked));
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(keep(asked, user, key));
    }

    private Erasure keep(Asked asked, Principal user, @Nullable String key) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (freshness.dataAt().isBefore(now.minus(BEHIND))) {
            throw Refusals.of(
                    HttpStatus.CONFLICT,
                    "data_behind",
                    "not all that was received is in the rows yet; try again in a while");
        }
        UUID id = RequestIds.of("erase", subject(asked), user.getName(), key);
        List<Refusals.Fault> needed = erasures.keep(id, asked, user.getName(), now);
        if (!needed.isEmpty()) {
            throw Refusals.conflict(
                    "evidence_needed",
                    "stays that are not finished and charges unsettled or in dispute are kept",
                    needed);
        }
        return one(id);
    }

    @GetMapping("/v1/erasures")
    Listed<Erasure> many() {
        return new Listed<>(erasures.all(), null);
    }

    @GetMapping("/v1/erasures/{id}")
    Erasure one(@PathVariable String id) {
        return one(Ids.parse(id));
    }

    private Erasure one(UUID id) {
        return erasures.find(id).orElseThrow(() -> Refusals.notFound("erasure"));
    }

    /** Not of the plate itself: the request's id is in rows, and would tell it to whoever tries all plates. */
    private UUID subject(Asked asked) {
        Plate plate = asked.plate();
        return plate == null
                ? requireNonNullElse(asked.capture(), new UUID(0, 0))
                : Uuids.v5("erase", HexFormat.of().formatHex(aliases.hash(plate.text())));
    }
}
