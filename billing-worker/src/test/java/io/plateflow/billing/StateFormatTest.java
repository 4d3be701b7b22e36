package io.plateflow.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plateflow.contracts.Json;
import io.plateflow.domain.stay.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFormatTest {
    private static final Serde<Known> FORMAT = StateFormat.of(Known.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T20:00:00.123456789Z",
                "1969-12-31T23:59:59.999999999Z",
                "1677-01-01T00:00:00Z",
                "2262-12-31T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void keepsEveryInstantToTheNanosecond(String instant) {
        Known known = known(Instant.parse(instant));
        assertThat(read(write(known))).isEqualTo(known);
    }

    @Test
    void readsWhatAnOlderVersionKeptAsJson() {
        Known known = known(Instant.parse("2026-03-02T20:00:00.123456789Z"));
        byte[] json = Json.serde(Known.class).serializer().serialize("", known);
        assertThat(read(json)).isEqualTo(known);
        assertThat(write(known)).hasSizeLessThan(json.length);
    }

    @Test
    void saysWhatItCannotRead() {
        byte[] whole = write(known(Instant.EPOCH));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        byte[] text = "no state".getBytes(StandardCharsets.UTF_8);
        for (byte[] malformed : new byte[][] {half, text, {}}) {
            assertThatThrownBy(() -> read(malformed))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage("malformed Known on topic");
        }
    }

    private static Known known(Instant at) {
        UUID capture = new UUID(-1, 7);
        Decision checkout = new Decision.Checkout(new UUID(3, 4), capture, at);
        return new Known(2, null, 0, null, Set.of(checkout), Set.of(capture, new UUID(0, 1)), at);
    }

    private static byte[] write(Known known) {
        return FORMAT.serializer().serialize("topic", known);
    }

    private static Known read(byte[] bytes) {
        return FORMAT.deserializer().deserialize("topic", bytes);
    }
}
