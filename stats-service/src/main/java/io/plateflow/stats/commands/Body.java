package io.plateflow.stats.commands;

import io.plateflow.contracts.Json;
import io.plateflow.domain.plate.Plate;
import io.plateflow.stats.query.Refusals;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A JSON object as it was sent; what is wrong with its fields is gathered, and refused at once. */
public final class Body {
    private static final int LONGEST_REASON = 500;

    private final JsonNode json;
    private final List<Refusals.Fault> faults = new ArrayList<>();

    private Body(JsonNode json) {
        this.json = json;
    }

    /** Anything but a JSON object is refused with 422. */
    public static Body of(byte @Nullable [] sent) {
        try {
            JsonNode json = Json.MAPPER.readTree(sent == null ? new byte[0] : sent);
            if (json.isObject()) {
                return new Body(json);
            }
        } catch (JacksonException e) {
            // refused below
        }
        throw Refusals.invalid(List.of(new Refusals.Fault("body_malformed", "body", "the body must be a JSON object")));
    }

    /** Whether the field is there and not null. */
    public boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** Whether the field is there, if only as null. */
    public boolean names(String field) {
        return json.has(field);
    }

    public JsonNode at(String field) {
        return json.path(field);
    }

    /** A text that is there and not blank; empty, and a fault, without it. */
    public Optional<String> text(String field, int longest) {
        if (!has(field)) {
            fault(field + "_missing", field, field + " must be given");
            return Optional.empty();
        }
        JsonNode value = json.path(field);
        String text = value.isString() ? value.asString().strip() : "";
        if (text.isEmpty() || text.length() > longest) {
            fault(field + "_malformed", field, field + " must be a text of 1 to " + longest + " characters");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Why a person decides so; empty, and a fault, without it. */
    public String reason() {
        return text("reason", LONGEST_REASON).orElse("");
    }

    /** RFC 3339 with offset, cut to microseconds as rows hold it; null without it, and when it is malformed a fault too. */
    public @Nullable Instant instant(String field) {
        if (!has(field)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(json.path(field).asString(""))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            fault(field + "_malformed", field, field + " must be an RFC 3339 time with offset");
            return null;
        }
    }

    /** A plate; null without it, and when it is malformed a fault too. */
    public @Nullable Plate plate(String field) {
        if (!has(field)) {
            return null;
        }
        Optional<Plate> plate = Plate.parse(json.path(field).asString(""));
        if (plate.isEmpty()) {
            fault(field + "_malformed", field, "a plate is 2 to 10 letters and digits");
        }
        return plate.orElse(null);
    }

    /** A UUID; null without it, and when it is malformed a fault too. */
    public @Nullable UUID id(String field) {
        if (!has(field)) {
            return null;
        }
        try {
            return UUID.fromString(json.path(field).asString(""));
        } catch (IllegalArgumentException e) {
            fault(field + "_malformed", field, field + " must be a UUID");
            return null;
        }
    }

    /** One of the names of {@code values}; {@code otherwise} without it, and a fault when it is none or there must be one. */
    public <E extends Enum<E>> @Nullable E oneOf(String field, E[] values, @Nullable E otherwise) {
        if (!has(field) && otherwise != null) {
            return otherwise;
        }
        String text = json.path(field).asString("");
        Optional<E> named =
                Stream.of(values).filter(value -> value.name().equals(text)).findFirst();
        if (named.isEmpty()) {
            List<String> names = Stream.of(values).map(Enum::name).toList();
            fault(
                    field + (has(field) ? "_unknown" : "_missing"),
                    field,
                    field + " must be one of " + String.join(", ", names));
        }
        return named.orElse(otherwise);
    }

    public void fault(String code, String field, String detail) {
        faults.add(new Refusals.Fault(code, field, detail));
    }

    /** Refuses with 422 and every fault, if there is any. */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw Refusals.invalid(faults);
        }
    }
}
