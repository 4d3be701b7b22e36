package io.plateflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plateflow.domain.place.Zone;
import io.plateflow.domain.tariff.Vehicle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
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
                Arguments.of("plate-corrected", Reading.class, Examples.CORRECTED),
                Arguments.of("plate-corrected-illegible", Reading.class, Examples.SAID_ILLEGIBLE),
                Arguments.of("stay-resolve-exit", Command.class, Examples.RESOLVED_BY_EXIT),
                Arguments.of("stay-resolve-entry", Command.class, Examples.RESOLVED_BY_ENTRY),
                Arguments.of("stay-resolve-join", Command.class, Examples.RESOLVED_BY_JOIN),
                Arguments.of("stay-resolve-cancel", Command.class, Examples.CANCELLED),
                Arguments.of("charge-void", Command.class, Examples.VOID_ASKED),
                Arguments.of("charge-dispute", Command.class, Examples.DISPUTED),
                Arguments.of("charge-dispute-resolve", Command.class, Examples.DISPUTE_RESOLVED),
                Arguments.of("charge-settle", Command.class, Examples.SETTLED),
                Arguments.of("stay-checkout", Command.class, Examples.CHECKED_OUT),
                Arguments.of("stay", StayRecord.class, Examples.STAY),
                Arguments.of("stay-gated", StayRecord.class, Examples.REVIEWED),
                Arguments.of("charge-issued-class", ChargeEvent.class, Examples.ISSUED_TO_A_RESIDENT),
                Arguments.of("charge-issued", ChargeEvent.class, Examples.ISSUED),
                Arguments.of("charge-voided", ChargeEvent.class, Examples.VOIDED),
                Arguments.of("api-key", ApiKey.class, Examples.KEY),
                Arguments.of("api-key-rotated", ApiKey.class, Examples.WARDENS_KEY),
                Arguments.of("zone-circle", Zone.class, Publications.ROUND),
                Arguments.of("zone-polygon", Zone.class, Publications.SQUARE),
                Arguments.of("tariff-bands", TariffVersion.class, Publications.BANDS),
                Arguments.of("tariff-passage", TariffVersion.class, Publications.PASSAGE),
                Arguments.of("vehicle", Vehicle.class, Publications.RESIDENT));
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
    void aStayIsResolvedByExactlyOneDecision() throws IOException {
        ObjectNode both = (ObjectNode) Json.MAPPER.readTree(golden("stay-resolve-exit"));
        both.put("cancel", true);
        ObjectNode none = (ObjectNode) Json.MAPPER.readTree(golden("stay-resolve-cancel"));
        none.put("cancel", false);

        for (ObjectNode wrong : List.of(both, none)) {
            assertThatThrownBy(() -> read(Command.class, wrong.toString().getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(SerializationException.class)
                    .hasStackTraceContaining("exactly one of exitAt, entryAt, joinCaptureId, cancel");
        }
    }

    @Test
    void aLaterVersionOfATariffIsValidFromItsPublicationUnlessItSaysOtherwise() throws IOException {
        ObjectNode silent = (ObjectNode) Json.MAPPER.readTree(golden("tariff-bands"));
        ((ObjectNode) silent.get("tariff")).remove("validFrom");

        assertThat(read(TariffVersion.class, silent.toString().getBytes(StandardCharsets.UTF_8))
                        .tariff()
                        .validFrom())
                .isEqualTo(Publications.PUBLISHED);
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
