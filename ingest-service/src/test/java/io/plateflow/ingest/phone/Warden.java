package io.plateflow.ingest.phone;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.ApiKey.Scope;
import io.plateflow.contracts.CreateTopics;
import java.util.Set;
import java.util.UUID;

/** Somebody with a phone, and the key that it was paired with. */
record Warden(String id, String key, Set<Scope> scopes) {

    static Warden with(Scope... scopes) {
        String id = "warden-" + UUID.randomUUID();
        return new Warden(id, "key-of-" + id, Set.of(scopes));
    }

    void publish(String kafka) throws Exception {
        CreateTopics.publish(kafka, record());
    }

    void revoke(String kafka) throws Exception {
        CreateTopics.publish(kafka, record().asRevoked());
    }

    private ApiKey record() {
        return new ApiKey(
                id,
                CreateTopics.hash(key),
                "Ana, Centro",
                null,
                null,
                null,
                null,
                null,
                false,
                ApiKey.Kind.WARDEN,
                scopes,
                null,
                null);
    }
}
