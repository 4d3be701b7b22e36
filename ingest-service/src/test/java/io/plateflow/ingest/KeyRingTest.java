package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.CreateTopics;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private final KeyRing ring = new KeyRing();

    @Test
    void findsTheRecordOfAKey() {
        ring.put(key("a", "one", false));
        ring.put(key("b", "two", false));

        assertThat(ring.find("two").map(ApiKey::id)).contains("b");
        assertThat(ring.find("three")).isEmpty();
        assertThat(ring.find("")).isEmpty();
    }

    @Test
    void forgetsAKeyThatIsRevokedReplacedOrGone() {
        ring.put(key("a", "one", false));
        ring.put(key("a", "new", false));
        assertThat(ring.find("one")).isEmpty();
        assertThat(ring.find("new")).isPresent();

        ring.put(key("a", "new", true));
        assertThat(ring.find("new")).isEmpty();

        ring.put(key("b", "two", false));
        ring.remove("b");
        assertThat(ring.find("two")).isEmpty();
        assertThat(ring.size()).isZero();
    }

    @Test
    void takesNoKeyThatCouldNotNameACapture() {
        assertThatThrownBy(() -> ring.put(key("a\nb", "one", false))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ring.put(ApiKey.of("a", "xyz"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ApiKey key(String id, String secret, boolean revoked) {
        ApiKey key = ApiKey.of(id, CreateTopics.hash(secret));
        return revoked ? key.asRevoked() : key;
    }
}
