package io.plateflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is on the topics today must still be readable, and mean the same, tomorrow. */
class GoldenJsonTest {

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of("plate-read", Reading.class, Examples.READ),
                Arguments.of("plate-unreadable", Reading.class, Examples.UNREADABLE),
                Arguments.of("plate-rejected", Reading.class, Examples.REJECTED),
                Arguments.of("stay-checkout", Command.class, Examples.CHECKED_OUT),
                Arguments.of("stay", StayRecord.class, Examples.STAY),
                Arguments.of("charge-issued", ChargeEvent.class, Examples.ISSUED),
                Arguments.of("charge-voided", ChargeEvent.class, Examples.VOIDED),
                Arguments.of("api-key", ApiKey.class, Examples.KEY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    <T> void writesWhatItWroteBefore(String name, Class<T> type, T event) throws IOException {
        try (Serde<T> serde = Json.serde(type)) {
            byte[] written = serde.serializer().serialize("topic", event);

            assertThat(Json.MAPPER.readTree(written)).isEqualTo(Json.MAPPER.readTree(golden(name)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    <T> void readsWhatWasWrittenBefore(String name, Class<T> type, T event) throws IOException {
        assertThat(read(type, golden(name))).isEqualTo(event);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    <T> void ignoresFieldsThatTomorrowAdds(String name, Class<T> type, T event) throws IOException {
        ObjectNode tomorrow = (ObjectNode) Json.MAPPER.readTree(golden(name));
        tomorrow.put("addedTomorrow", 1);

        assertThat(read(type, tomorrow.toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(event);
    }

    @Test
    void writesMoneyAsADecimalStringNeverAsANumber() throws IOException {
        JsonNode issued = Json.MAPPER.readTree(golden("charge-issued"));

        assertThat(issued.at("/amount/amount").isString()).isTrue();
        assertThat(issued.at("/amount/amount").asString()).isEqualTo("1500.00");
    }

    private static <T> T read(Class<T> type, byte[] json) {
        try (Serde<T> serde = Json.serde(type)) {
            return serde.deserializer().deserialize("topic", json);
        }
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                GoldenJsonTest.class.getResourceAsStream("/golden/" + name + ".json"), "no golden file " + name)) {
            return in.readAllBytes();
        }
    }
}
