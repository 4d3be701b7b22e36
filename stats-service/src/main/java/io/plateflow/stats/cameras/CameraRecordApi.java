package io.plateflow.stats.cameras;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Json;
import io.plateflow.domain.tariff.Fault;
import io.plateflow.domain.tariff.Linted;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.editions.EditionJson;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import io.plateflow.stats.editions.Press;
import io.plateflow.stats.editions.Written;
import io.plateflow.stats.keys.Addresses;
import io.plateflow.stats.keys.Issued;
import io.plateflow.stats.keys.KeyBook;
import io.plateflow.stats.keys.KeyJson;
import io.plateflow.stats.keys.Overlap;
import io.plateflow.stats.keys.Secret;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.zones.ZoneVersions;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cameras as administrators write them, each beside its key: published in versions, in force at the gateway in seconds. */
@RestController
class CameraRecordApi {
    private final Editions editions;
    private final KeyBook keys;
    private final Addresses addresses;
    private final ZoneVersions zones;

    CameraRecordApi(Editions editions, KeyBook keys, Addresses addresses, ZoneVersions zones) {
        this.editions = editions;
        this.keys = keys;
        this.addresses = addresses;
        this.zones = zones;
    }

    @GetMapping("/v1/cameras/{id}")
    ResponseEntity<ObjectNode> one(@PathVariable String id) {
        List<Edition<ApiKey>> versions = editions.all(Kind.CAMERA, List.of(id)).get(id);
        if (versions == null) {
            throw Refusals.notFound("camera");
        }
        return EditionJson.history(versions, this::answer);
    }

    // JSON alone: a form of another site cannot send it.
    @PutMapping(path = "/v1/cameras/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records({Action.KEY_ADDED, Action.KEY_CHANGED})
    ResponseEntity<ObjectNode> put(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal user) {
        Integer expected = EditionJson.expected(ifMatch, ifNoneMatch);
        Written<WrittenCamera> written = Written.read(Written.tree(body), WrittenCamera.class);
        Linted<ApiKey> linted = CameraLint.check(id, written.draft());
        List<Fault> faults = written.and(linted.faults());
        if (!faults.isEmpty()) {
            throw Written.refusal(faults);
        }
        return answer(keys.put(Kind.CAMERA, requireNonNull(linted.value()), user.getName(), expected));
    }

    @PostMapping(path = "/v1/cameras/{id}/key", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records(Action.KEY_ROTATED)
    ResponseEntity<ObjectNode> rotate(
            @PathVariable String id, @RequestBody(required = false) byte @Nullable [] body, Principal user) {
        return answer(keys.rotate(Kind.CAMERA, id, Overlap.read(body), user.getName()));
    }

    @DeleteMapping("/v1/cameras/{id}")
    @Records(Action.KEY_REVOKED)
    ResponseEntity<ObjectNode> revoke(@PathVariable String id, Principal user) {
        return answer(keys.revoke(Kind.CAMERA, id, user.getName()));
    }

    /** All of the rows, or none. */
    @PostMapping(path = "/v1/cameras", consumes = "text/csv")
    @Records(Action.CAMERAS_IMPORTED)
    ResponseEntity<ObjectNode> many(
            @RequestParam(defaultValue = "false") String dryRun,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal user) {
        boolean preview = EditionJson.isDryRun(dryRun);
        List<ApiKey> drafts = CameraImport.read(body == null ? new byte[0] : body);
        List<Issued> issued = preview
                ? keys.previewAll(Kind.CAMERA, drafts, user.getName()).stream()
                        .map(CameraRecordApi::previewed)
                        .toList()
                : keys.putAll(Kind.CAMERA, drafts, user.getName());
        List<Issued> published = issued.stream().filter(Issued::isNew).toList();
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("rows", drafts.size());
        answer.put("published", published.size());
        answer.put("unchanged", drafts.size() - published.size());
        ArrayNode cameras = answer.putArray("cameras");
        published.stream()
                .map(this::shown)
                .map(one -> preview ? one.without(List.of("publishedAt", "publishedBy")) : one)
                .forEach(cameras::add);
        return ResponseEntity.status(published.isEmpty() || preview ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }

    private static Issued previewed(Press.Printed<ApiKey> printed) {
        return new Issued(printed.edition(), printed.isNew(), null);
    }

    private ResponseEntity<ObjectNode> answer(Issued issued) {
        return KeyJson.issued(issued, shown(issued));
    }

    private ObjectNode shown(Issued issued) {
        ObjectNode answer = answer(issued.edition());
        Secret key = issued.secret();
        String make = issued.edition().body().make();
        return key == null
                ? answer
                : KeyJson.with(answer, key, addresses.hook(make == null ? Adapter.UPLOAD.word() : make, key));
    }

    /** With the zone that it stands in as zones are now. */
    private ObjectNode answer(Edition<ApiKey> edition) {
        ObjectNode answer = KeyJson.of(edition);
        if (edition.body().place() != null) {
            answer.put("zone", zones.zoneOf(edition.body().place()));
        }
        return answer;
    }
}
