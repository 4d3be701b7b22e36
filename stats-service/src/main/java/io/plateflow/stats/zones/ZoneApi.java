package io.plateflow.stats.zones;

import io.plateflow.contracts.Json;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.place.ZoneDraft;
import io.plateflow.domain.place.ZoneLint;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.tariff.Fault;
import io.plateflow.domain.tariff.Linted;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Warning;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.editions.EditionJson;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import io.plateflow.stats.editions.Listing;
import io.plateflow.stats.editions.Press;
import io.plateflow.stats.editions.Written;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.whatif.Effect;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Zones in versions: published, never changed, in force some seconds after they were sent. */
@RestController
class ZoneApi {
    private final Editions editions;
    private final Press press;
    private final StatsProperties properties;

    ZoneApi(Editions editions, Press press, StatsProperties properties) {
        this.editions = editions;
        this.press = press;
        this.properties = properties;
    }

    @GetMapping("/v1/zones")
    ObjectNode many(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Listing listing = Listing.of(limit, cursor);
        Instant now = Instant.now();
        return EditionJson.listed(
                editions.page(Kind.ZONE, "", listing.after(), listing.limit()), e -> answer(e, counts(e, now)));
    }

    @GetMapping("/v1/zones/{id}")
    ResponseEntity<ObjectNode> one(@PathVariable String id) {
        List<Edition<Zone>> versions = editions.all(Kind.ZONE, List.of(id)).get(id);
        if (versions == null) {
            throw Refusals.notFound("zone");
        }
        Instant now = Instant.now();
        Optional<Edition<Zone>> inForce =
                versions.stream().filter(e -> counts(e, now)).findFirst();
        return EditionJson.history(
                versions, e -> answer(e, inForce.filter(e::equals).isPresent()));
    }

    // JSON alone: a form of another site cannot send it.
    @PutMapping(path = "/v1/zones/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records(Action.ZONE_PUBLISHED)
    ResponseEntity<ObjectNode> put(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") String dryRun,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal user) {
        Integer expected = EditionJson.expected(ifMatch, ifNoneMatch);
        Linted<Zone> linted = linted(id, Written.read(Written.tree(body), ZoneDraft.class));
        if (linted.value() == null) {
            throw Written.refusal(linted.faults());
        }
        if (EditionJson.isDryRun(dryRun)) {
            Press.Printed<Zone> preview = press.preview(Kind.ZONE, linted.value(), user.getName(), expected);
            // Captures that are here were placed, and stays that have begun keep the rules they had.
            return EditionJson.preview(preview, answer(preview, linted.warnings()), Effect.NONE);
        }
        Press.Printed<Zone> printed = press.publish(Kind.ZONE, linted.value(), user.getName(), expected);
        return EditionJson.printed(printed, answer(printed, linted.warnings()));
    }

    private Linted<Zone> linted(String id, Written<ZoneDraft> written) {
        Linted<Zone> linted = ZoneLint.check(written.draft().named(id), properties.timeZone(), this::kindOfTariff);
        List<Fault> more = new ArrayList<>();
        String writtenId = written.draft().id();
        if (writtenId != null && !writtenId.equals(id)) {
            more.add(new Fault("id", "id_differs", "Leave id out, or write " + id + ", as in the address."));
        }
        more.addAll(linted.faults());
        List<Fault> faults = written.and(more);
        return faults.isEmpty() ? linted : new Linted<>(null, faults, List.of());
    }

    private Optional<Tariff.Kind> kindOfTariff(String id) {
        return editions.newest(Kind.TARIFF, id).map(e -> e.body().tariff().kind());
    }

    /** Whether captures that come in now are placed by this version, unless by a later one. */
    private static boolean counts(Edition<Zone> edition, Instant now) {
        return edition.sentAt() != null
                && !edition.publishedAt().plus(Zones.ACTIVATION_DELAY).isAfter(now);
    }

    private static ObjectNode answer(Press.Printed<Zone> printed, List<Warning> warnings) {
        ObjectNode answer = answer(printed.edition(), counts(printed.edition(), Instant.now()));
        answer.set("warnings", Json.MAPPER.valueToTree(warnings));
        return answer;
    }

    private static ObjectNode answer(Edition<Zone> edition, boolean active) {
        return EditionJson.of(
                edition, Json.MAPPER.<ObjectNode>valueToTree(edition.body()).put("active", active));
    }
}
