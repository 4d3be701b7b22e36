package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.CreateTopics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant NOW = Instant.parse("2026-05-31T18:04:05Z");

    private final KeyRing ring = new KeyRing();

    @Test
    void findsTheRecordOfAKey() {
        ring.put(key("a", "one", false));
        ring.put(key("b", "two", false));

        assertThat(ring.find("two", NOW).map(ApiKey::id)).contains("b");
        assertThat(ring.find("three", NOW)).isEmpty();
        assertThat(ring.find("", NOW)).isEmpty();
    }

    @Test
    void forgetsAKeyThatIsRevokedReplacedOrGone() {
        ring.put(key("a", "one", false));
        ring.put(key("a", "new", false));
        assertThat(ring.find("one", NOW)).isEmpty();
        assertThat(ring.find("new", NOW)).isPresent();

        ring.put(key("a", "new", true));
        assertThat(ring.find("new", NOW)).isEmpty();

        ring.put(key("b", "two", false));
        ring.remove("b");
        assertThat(ring.find("two", NOW)).isEmpty();
        assertThat(ring.size()).isZero();
    }

    @Test
    void knowsAReplacedKeyUntilItsTime() {
        ring.put(rotated("new", "old", NOW.plusSeconds(60)));

        assertThat(ring.find("new", NOW)).isPresent();
        assertThat(ring.find("old", NOW)).isEqualTo(ring.find("new", NOW));
        assertThat(ring.find("old", NOW.plusSeconds(59))).isPresent();
        assertThat(ring.find("old", NOW.plusSeconds(60))).isEmpty();
        assertThat(ring.find("new", NOW.plusSeconds(60))).isPresent();
    }

    @Test
    void forgetsAReplacedKeyOfARecordThatIsRevokedOrNamesNoTime() {
        ring.put(rotated("new", "old", null));
        assertThat(ring.find("old", NOW)).isEmpty();

        ring.put(rotated("new", "old", NOW.plusSeconds(60)).asRevoked());
        assertThat(ring.find("old", NOW)).isEmpty();
        assertThat(ring.find("new", NOW)).isEmpty();
    }

    @Test
    void takesNoKeyThatCouldNotNameACapture() {
        assertThatThrownBy(() -> ring.put(key("a\nb", "one", false))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ring.put(ApiKey.of("a", "xyz"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ApiKey rotated(String secret, String previous, @Nullable Instant until) {
        return new ApiKey(
                "a",
                CreateTopics.hash(secret),
                "a",
                null,
                null,
                null,
                null,
                null,
                false,
                ApiKey.Kind.CAMERA,
                null,
                CreateTopics.hash(previous),
                until);
    }

    private static ApiKey key(String id, String secret, boolean revoked) {
        ApiKey key = ApiKey.of(id, CreateTopics.hash(secret));
        return revoked ? key.asRevoked() : key;
    }
}
