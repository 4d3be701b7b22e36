package io.plateflow.stats.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.ApiKey.Scope;
import io.plateflow.contracts.CreateTopics;
import io.plateflow.stats.Administrator;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Wardens and clients get keys of their own, which the gateway knows and nobody else can learn. */
class KeyIT extends Administrator {

    @Test
    void givesAWardenAKeyOnceAndTellsTheGatewayItsHashAlone() throws Exception {
        HttpResponse<String> made = put("/v1/wardens/ana", "{\"name\":\"Ana, Centro\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue(HttpHeaders.CACHE_CONTROL)).hasValue("no-store");
        String key = body(made).at("/key").asString();
        assertThat(key).matches("[A-Za-z0-9_-]{43}");
        assertThat(body(made).at("/url").asString()).isEqualTo("http://localhost:8080/capture#key=" + key);
        assertThat(body(made).at("/qr").asString()).startsWith("<svg ");

        ApiKey told = OnTopic.await("ana", one -> true);
        assertThat(told.hash()).isEqualTo(CreateTopics.hash(key));
        assertThat(told.kind()).isEqualTo(ApiKey.Kind.WARDEN);
        assertThat(told.scopes()).containsExactlyInAnyOrder(Scope.CAPTURES, Scope.RESULTS);
        assertThat(told.name()).isEqualTo("Ana, Centro");
        assertThat(inDatabase(key)).as("rows that hold the key").isZero();

        HttpResponse<String> same = put("/v1/wardens/ana", made.body(), "If-Match", "\"1\"");
        assertThat(same.statusCode()).as(same.body()).isEqualTo(422);
        assertThat(faults(same)).contains("key unknown_field");
        HttpResponse<String> renamed = put("/v1/wardens/ana", "{\"name\":\"Ana\"}", "If-Match", "\"1\"");
        assertThat(renamed.statusCode()).isEqualTo(202);
        assertThat(body(renamed).has("key")).isFalse();
        assertThat(OnTopic.await("ana", one -> one.name().equals("Ana")).hash()).isEqualTo(CreateTopics.hash(key));
        JsonNode listed = one("/v1/wardens", "ana");
        assertThat(listed.propertyNames()).doesNotContain("key", "hash", "qr");
        assertThat(put("/v1/wardens/ana", "{\"name\":\"Eva\"}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void keepsTheOldKeyValidBesideTheNewOneForAWeek() throws Exception {
        String first = body(put("/v1/clients/erp", "{\"name\":\"ERP\",\"scopes\":[\"RESULTS\",\"CAPTURES\"]}"))
                .at("/key")
                .asString();
        HttpResponse<String> rotated = post("/v1/clients/erp/key", "admin", "{}");
        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(201);
        String second = body(rotated).at("/key").asString();
        assertThat(second).isNotEqualTo(first);
        assertThat(body(rotated).at("/url").asString()).isEqualTo("http://localhost:8080/v1/captures");

        ApiKey told = OnTopic.await("erp", one -> one.previousHash() != null);
        assertThat(told.hash()).isEqualTo(CreateTopics.hash(second));
        assertThat(told.previousHash()).isEqualTo(CreateTopics.hash(first));
        assertThat(told.previousUntil())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(7)).minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(7)));
        assertThat(told.scopes()).isEqualTo(Set.of(Scope.CAPTURES, Scope.RESULTS));
        assertThat(one("/v1/clients", "erp").has("previousUntil")).isTrue();

        post("/v1/clients/erp/key", "admin", "{\"overlap\":\"PT0S\"}");
        ApiKey alone = OnTopic.await("erp", one -> !one.hash().equals(told.hash()));
        assertThat(alone.previousHash()).as("a key that was lost ends at once").isNull();
        HttpResponse<String> refused = post("/v1/clients/erp/key", "admin", "{\"overlap\":\"P91D\",\"days\":7}");
        assertThat(faults(refused)).containsExactly("days unknown_field", "overlap overlap_too_long");
    }

    @Test
    void revokesAKeyForGoodAndGivesItsHolderAnother() throws Exception {
        String lost =
                body(put("/v1/wardens/bea", "{\"name\":\"Bea\"}")).at("/key").asString();
        assertThat(kept(request("/v1/wardens/bea", "admin").DELETE()).statusCode())
                .isEqualTo(202);
        assertThat(OnTopic.await("bea", ApiKey::revoked).previousHash()).isNull();
        assertThat(kept(request("/v1/wardens/bea", "admin").DELETE()).statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = post("/v1/wardens/bea/key", "admin", "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(body(refused).at("/code").asString()).isEqualTo("key_revoked");

        HttpResponse<String> anew = put("/v1/wardens/bea", "{\"name\":\"Bea\"}");
        assertThat(anew.statusCode()).isEqualTo(201);
        assertThat(OnTopic.await("bea", one -> !one.revoked()).hash())
                .isEqualTo(CreateTopics.hash(body(anew).at("/key").asString()))
                .isNotEqualTo(CreateTopics.hash(lost));
        assertThat(kept(request("/v1/wardens/nobody", "admin").DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoHolderOfAKeyWithEveryFault() throws Exception {
        assertThat(faults(put("/v1/clients/-x", "{\"id\":\"y\",\"name\":\" \",\"scopes\":[\"ALL\"],\"rank\":1}")))
                .containsExactlyInAnyOrder(
                        "rank unknown_field",
                        "id id_differs",
                        "id malformed_id",
                        "name malformed_label",
                        "scopes[0] unknown_word");
        assertThat(faults(put("/v1/clients/default", "{\"name\":\"mine\"}"))).containsExactly("id reserved_id");
        assertThat(faults(put("/v1/wardens/x", "{}"))).containsExactly("name missing");
        put("/v1/clients/taken", "{\"name\":\"A client\"}");
        HttpResponse<String> taken = put("/v1/wardens/taken", "{\"name\":\"A warden\"}");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(faults(taken)).containsExactly("id id_taken");
    }

    @Test
    void leavesEveryChangeOnRecord() throws Exception {
        put("/v1/wardens/audited", "{\"name\":\"One\"}");
        put("/v1/wardens/audited", "{\"name\":\"Two\"}");
        post("/v1/wardens/audited/key", "admin", "{}");
        kept(request("/v1/wardens/audited", "admin").DELETE());
        JsonNode audit = body(kept(request("/v1/audit?subject=audited", "admin").GET()));
        assertThat(audit.at("/items").findValuesAsString("action"))
                .containsExactly("KEY_REVOKED", "KEY_ROTATED", "KEY_CHANGED", "KEY_ADDED");
        assertThat(audit.at("/items").findValuesAsString("who")).containsOnly("admin");
    }

    @Test
    void givesKeysToAdministratorsAlone() throws Exception {
        assertThat(kept(request("/v1/wardens/x", "operator")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"name\":\"x\"}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/v1/clients/x/key", "operator", "{}").statusCode()).isEqualTo(403);
        assertThat(get("/v1/wardens").statusCode()).isEqualTo(403);
    }

    private JsonNode one(String path, String id) throws Exception {
        for (JsonNode item : body(kept(request(path, "admin").GET())).at("/items")) {
            if (item.at("/id").asString().equals(id)) {
                return item;
            }
        }
        throw new AssertionError(id + " is not in " + path);
    }

    private long inDatabase(String key) {
        return jdbc.sql("SELECT COUNT(*) FROM edition WHERE body LIKE CONCAT('%', :key, '%')")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
