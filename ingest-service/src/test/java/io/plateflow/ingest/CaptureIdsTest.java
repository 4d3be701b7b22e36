package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureIdsTest {
    private static final UUID PLAIN = CaptureIds.of("k", null, "sha", "cam", "2026-05-31T10:00:00Z");

    @Test
    void givesTheSameRequestTheSameIdForEver() {
        assertThat(CaptureIds.of("k", null, "sha", "cam", "2026-05-31T10:00:00Z"))
                .isEqualTo(PLAIN);
        assertThat(CaptureIds.of("k", "order 7", "sha", "cam", "x"))
                .isEqualTo(CaptureIds.of("k", "order 7", "", "", ""));
        // Written down: clients and other replicas hold ids that were made before.
        assertThat(CaptureIds.of("default", "order 7", "", "", "")).hasToString("c03f3f5d-6859-5989-908a-4e4ef638ee8d");
    }

    @Test
    void givesAnotherRequestAnotherId() {
        assertThat(Set.of(
                        PLAIN,
                        CaptureIds.of("l", null, "sha", "cam", "2026-05-31T10:00:00Z"),
                        CaptureIds.of("k", null, "shb", "cam", "2026-05-31T10:00:00Z"),
                        CaptureIds.of("k", null, "sha", "", "2026-05-31T10:00:00Z"),
                        CaptureIds.of("k", null, "sha", "cam", ""),
                        CaptureIds.of("k", null, "sha", "cam2026-05-31T10:00:00Z", ""),
                        CaptureIds.of("k", "sha", "", "", ""),
                        CaptureIds.of("l", "sha", "", "", "")))
                .hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "order 7", "\"quoted\"", "8e03978e-40d5-43e8-bc93-6894a57f9324"})
    void takesPrintableIdempotencyKeys(String key) {
        assertThat(CaptureIds.isIdempotencyKey(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\tb", "ñ"})
    void takesNoOthers(String key) {
        assertThat(CaptureIds.isIdempotencyKey(key)).isFalse();
    }
}
