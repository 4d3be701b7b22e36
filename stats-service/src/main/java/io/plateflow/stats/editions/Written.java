package io.plateflow.stats.editions;

import io.plateflow.domain.tariff.Fault;
import io.plateflow.stats.query.Refusals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * A draft as JSON, and what of the JSON could not be read; fields that could not be read are absent from the draft.
 *
 * @param faults in the order of the text
 */
public record Written<D>(D draft, List<Fault> faults) {
    private static final int LARGEST_BYTES = 1 << 20;
    private static final Object FAULTS = new Object();

    /** What answers hold beside the draft: whoever sends back what was answered means no harm. */
    private static final Set<String> READ_ONLY = Set.of(
            "version", "versions", "publishedAt", "publishedBy", "replaces", "sentAt", "active", "warnings", "effect");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addHandler(new NoteFaults())
            .build();

    public Written {
        faults = List.copyOf(faults);
    }

    /** @throws ErrorResponseException 422 when the body is no JSON object, 413 when it is larger than a mebibyte */
    public static JsonNode tree(byte @Nullable [] body) {
        if (body != null && body.length > LARGEST_BYTES) {
            throw Refusals.of(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", "write at most a mebibyte");
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(body == null ? new byte[0] : body);
        } catch (JacksonException e) {
            throw refusal(List.of(new Fault("", "malformed_json", e.getOriginalMessage())));
        }
        if (!tree.isObject()) {
            throw refusal(List.of(new Fault("", "malformed_json", "Write a JSON object.")));
        }
        return tree;
    }

    /** The draft that {@code tree} is. */
    public static <D> Written<D> read(JsonNode tree, Class<D> type) {
        List<Fault> faults = new ArrayList<>();
        D draft = JSON.readerFor(type).withAttribute(FAULTS, faults).readValue(tree);
        return new Written<>(Objects.requireNonNull(draft), faults);
    }

    /** All faults: of the JSON, and of {@code more} those of fields that could be read. */
    public List<Fault> and(Collection<Fault> more) {
        Set<String> unread = faults.stream().map(Fault::field).collect(Collectors.toSet());
        return Stream.concat(faults.stream(), more.stream().filter(f -> !unread.contains(f.field())))
                .toList();
    }

    /** The 422 that names all of {@code faults}. */
    public static ErrorResponseException refusal(Collection<Fault> faults) {
        return Refusals.invalid(faults.stream()
                .map(f -> new Refusals.Fault(f.code(), f.field(), f.message()))
                .toList());
    }

    /** {@code bands[0].from} of {@code /bands/0/from}. */
    private static String field(TokenStreamContext at) {
        return at.pathAsPointer()
                .toString()
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replaceFirst("^/", "")
                .replace('/', '.');
    }

    /** The context of the field whose value begins. */
    private static TokenStreamContext fieldContext(JsonParser at) {
        TokenStreamContext context = at.streamReadContext();
        boolean inside = at.currentToken() != null && at.currentToken().isStructStart();
        return inside && context.getParent() != null ? context.getParent() : context;
    }

    private static final class NoteFaults extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser at,
                @Nullable ValueDeserializer<?> deserializer,
                Object beanOrClass,
                String name) {
            String object = field(Objects.requireNonNull(fieldContext(at).getParent()));
            String field = object.isEmpty() ? name : object + "." + name;
            if (!READ_ONLY.contains(field)) {
                note(context, new Fault(field, "unknown_field", "Leave " + field + " out: nothing has that name."));
            }
            at.skipChildren();
            return true;
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser at, @Nullable String why) {
            wrongType(context, at);
            at.skipChildren();
            return null;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String value, @Nullable String why) {
            wrongType(context, context.getParser());
            return null;
        }

        @Override
        public @Nullable Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> type, Number value, @Nullable String why) {
            wrongType(context, context.getParser());
            return null;
        }

        private static void wrongType(DeserializationContext context, JsonParser at) {
            note(
                    context,
                    new Fault(
                            field(fieldContext(at)),
                            "wrong_type",
                            "Write another kind of value: this field takes none of that."));
        }

        @SuppressWarnings("unchecked") // put there by read
        private static void note(DeserializationContext context, Fault fault) {
            ((List<Fault>) Objects.requireNonNull(context.getAttribute(FAULTS))).add(fault);
        }
    }
}
