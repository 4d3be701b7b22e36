package io.plateflow.stats.keys;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Json;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.editions.EditionJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** How keys are answered: their records without the hashes, and a key itself only to whoever had it made. */
public final class KeyJson {
    private KeyJson() {}

    /** One version; {@code previousUntil} is there while the key before it is valid. */
    public static ObjectNode of(Edition<ApiKey> edition) {
        ObjectNode record = Json.MAPPER.valueToTree(edition.body());
        record.remove(List.of("hash", "previousHash", "kind"));
        Instant until = edition.body().previousUntil();
        if (until == null || !until.isAfter(Instant.now())) {
            record.remove("previousUntil");
        }
        return EditionJson.of(edition, record);
    }

    /** 201 with a key, 202 when the record was published without one, 200 when there was nothing to publish. */
    public static ResponseEntity<ObjectNode> issued(Issued issued, ObjectNode answer) {
        HttpStatus status =
                issued.secret() != null ? HttpStatus.CREATED : issued.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .eTag("\"" + issued.edition().version() + "\"")
                .body(answer);
    }

    /** {@code answer} with the key and where it is used, where one was made. */
    public static ObjectNode with(ObjectNode answer, @Nullable Secret key, String url) {
        if (key != null) {
            answer.put("key", key.text());
            answer.put("url", url);
        }
        return answer;
    }
}
