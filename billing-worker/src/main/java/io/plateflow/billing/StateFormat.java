package io.plateflow.billing;

import io.plateflow.contracts.Json;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.smile.SmileMapper;

/**
 * How the ledger keeps what it knows and hands it from task to task: Smile, times as whole nanoseconds. Nobody else reads
 * it. What an older version kept is JSON and is read as that.
 */
final class StateFormat {
    /** Smile begins with it; no JSON of ours does. */
    private static final byte SMILE = ':';

    private static final long NANOS = 1_000_000_000L;
    /** Seconds from 1970 within which nanoseconds fit a long: 1677 to 2262. */
    private static final long FITS = Long.MAX_VALUE / NANOS - 1;

    private static final SmileMapper MAPPER = Json.in(SmileMapper.builder())
            .addModule(new SimpleModule("nanoseconds")
                    .addSerializer(Instant.class, new InstantWriter())
                    .addDeserializer(Instant.class, new InstantReader())
                    .addSerializer(Duration.class, new DurationWriter())
                    .addDeserializer(Duration.class, new DurationReader()))
            .build();

    private StateFormat() {}

    /** Reads and writes {@code type}; what is neither Smile nor JSON of it is a {@link SerializationException}. */
    static <T> Serde<T> of(Class<T> type) {
        ObjectReader reader = MAPPER.readerFor(type);
        ObjectWriter writer = MAPPER.writerFor(type);
        Deserializer<T> older = Json.serde(type).deserializer();
        Deserializer<T> read = (topic, bytes) -> {
            if (bytes == null || bytes.length == 0 || bytes[0] != SMILE) {
                return older.deserialize(topic, bytes);
            }
            try {
                return reader.readValue(bytes);
            } catch (JacksonException e) {
                throw new SerializationException("malformed " + type.getSimpleName() + " on " + topic, e);
            }
        };
        return Serdes.serdeFrom((topic, value) -> value == null ? null : writer.writeValueAsBytes(value), read);
    }

    private static boolean fits(long seconds) {
        return -FITS < seconds && seconds < FITS;
    }

    private static final class InstantWriter extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            if (fits(value.getEpochSecond())) {
                out.writeNumber(value.getEpochSecond() * NANOS + value.getNano());
            } else {
                out.writeString(value.toString());
            }
        }
    }

    private static final class InstantReader extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                long nanos = in.getLongValue();
                return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
            }
            return Instant.parse(in.getString());
        }
    }

    private static final class DurationWriter extends ValueSerializer<Duration> {
        @Override
        public void serialize(Duration value, JsonGenerator out, SerializationContext context) {
            if (fits(value.toSeconds())) {
                out.writeNumber(value.toNanos());
            } else {
                out.writeString(value.toString());
            }
        }
    }

    private static final class DurationReader extends ValueDeserializer<Duration> {
        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) {
            return in.currentToken() == JsonToken.VALUE_NUMBER_INT
                    ? Duration.ofNanos(in.getLongValue())
                    : Duration.parse(in.getString());
        }
    }
}
