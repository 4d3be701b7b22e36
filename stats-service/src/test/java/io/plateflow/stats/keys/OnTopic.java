package io.plateflow.stats.keys;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Topics;
import io.plateflow.stats.Sent;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What the gateway is told of a key. */
public final class OnTopic {
    private OnTopic() {}

    /** The newest record of {@code id}, once it is as {@code expected}. */
    public static ApiKey await(String id, Predicate<ApiKey> expected) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> newest(id), key -> key != null && expected.test(key));
    }

    private static @Nullable ApiKey newest(String id) throws Exception {
        List<ApiKey> all = Sent.to(Topics.KEYS, Json.serde(ApiKey.class).deserializer(), ApiKey.class).call().stream()
                .filter(key -> key.id().equals(id))
                .toList();
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
