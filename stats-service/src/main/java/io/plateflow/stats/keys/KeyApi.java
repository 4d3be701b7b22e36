package io.plateflow.stats.keys;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Json;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.editions.EditionJson;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import io.plateflow.stats.editions.Written;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What wardens and clients have in common: administrators give each a key of its own, renew it, and take it back. */
abstract class KeyApi {
    private final Kind<ApiKey> kind;
    private final ApiKey.Kind holder;
    private final Editions editions;
    private final KeyBook keys;

    KeyApi(Kind<ApiKey> kind, ApiKey.Kind holder, Editions editions, KeyBook keys) {
        this.kind = kind;
        this.holder = holder;
        this.editions = editions;
        this.keys = keys;
    }

    /** {@code answer} with the key that was made, and where its holder uses it. */
    abstract ObjectNode shown(ObjectNode answer, @Nullable Secret key);

    /** All of them: a site has few. */
    @GetMapping
    ObjectNode all() {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode items = answer.putArray("items");
        editions.stream(kind, "").map(KeyJson::of).forEach(items::add);
        return answer;
    }

    // JSON alone: a form of another site cannot send it.
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records({Action.KEY_ADDED, Action.KEY_CHANGED})
    ResponseEntity<ObjectNode> put(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal user) {
        Integer expected = EditionJson.expected(ifMatch, ifNoneMatch);
        ApiKey draft = WrittenKey.read(id, holder, Written.read(Written.tree(body), WrittenKey.class));
        return answer(keys.put(kind, draft, user.getName(), expected));
    }

    @PostMapping(path = "/{id}/key", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records(Action.KEY_ROTATED)
    ResponseEntity<ObjectNode> rotate(
            @PathVariable String id, @RequestBody(required = false) byte @Nullable [] body, Principal user) {
        return answer(keys.rotate(kind, id, Overlap.read(body), user.getName()));
    }

    @DeleteMapping("/{id}")
    @Records(Action.KEY_REVOKED)
    ResponseEntity<ObjectNode> revoke(@PathVariable String id, Principal user) {
        return answer(keys.revoke(kind, id, user.getName()));
    }

    private ResponseEntity<ObjectNode> answer(Issued issued) {
        return KeyJson.issued(issued, shown(KeyJson.of(issued.edition()), issued.secret()));
    }
}
