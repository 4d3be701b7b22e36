package io.plateflow.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.plateflow.domain.money.Money;
import io.plateflow.domain.place.Shape;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision;
import java.math.BigDecimal;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;

/** How events are written: absent rather than null, money as decimal strings, unknown fields ignored. */
public final class Json {
    /** Shared and safe to use by all threads. */
    public static final JsonMapper MAPPER = in(JsonMapper.builder()).build();

    private Json() {}

    /** Lets a mapper of this or another format of Jackson write the domain as events do. */
    public static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B in(B mapper) {
        return TariffJson.in(mapper)
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addMixIn(Money.class, MoneyJson.class)
                .addMixIn(Plate.class, PlateJson.class)
                .addMixIn(Decision.class, DecisionJson.class)
                .addMixIn(Shape.class, ShapeJson.Written.class);
    }

    /** Reads and writes {@code type}; malformed JSON is a {@link SerializationException}. */
    public static <T> Serde<T> serde(Class<T> type) {
        ObjectReader reader = MAPPER.readerFor(type);
        ObjectWriter writer = MAPPER.writerFor(type);
        Deserializer<T> read = (topic, bytes) -> {
            if (bytes == null) {
                return null;
            }
            try {
                return reader.readValue(bytes);
            } catch (JacksonException e) {
                throw new SerializationException("malformed " + type.getSimpleName() + " on " + topic, e);
            }
        };
        return Serdes.serdeFrom((topic, value) -> value == null ? null : writer.writeValueAsBytes(value), read);
    }

    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface MoneyJson {
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal amount();
    }

    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface PlateJson {
        @JsonValue
        String text();

        @JsonCreator
        static Plate of(String text) {
            return new Plate(text);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Decision.Checkout.class, name = "checkout"),
        @JsonSubTypes.Type(value = Decision.ExitDeclared.class, name = "exit-declared"),
        @JsonSubTypes.Type(value = Decision.EntryDeclared.class, name = "entry-declared"),
        @JsonSubTypes.Type(value = Decision.Joined.class, name = "joined"),
        @JsonSubTypes.Type(value = Decision.Cancelled.class, name = "cancelled"),
        @JsonSubTypes.Type(value = Decision.Waived.class, name = "waived"),
        @JsonSubTypes.Type(value = Decision.Disputed.class, name = "disputed"),
        @JsonSubTypes.Type(value = Decision.DisputeSettled.class, name = "dispute-settled")
    })
    private interface DecisionJson {}
}
