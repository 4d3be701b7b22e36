package io.plateflow.ingest.hooks;

import io.plateflow.contracts.Json;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A JSON object that a camera sent, asked by JSON pointers. */
record JsonText(JsonNode root) {

    /** Empty when the bytes are not one JSON object. */
    static Optional<JsonText> of(byte[] json) {
        try {
            return Optional.ofNullable(Json.MAPPER.readTree(json))
                    .filter(JsonNode::isObject)
                    .map(JsonText::new);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    boolean has(String pointer) {
        return !root.at(pointer).isMissingNode();
    }

    /** Of a string or a number; null when there is none or it is blank. */
    @Nullable
    String at(String pointer) {
        JsonNode node = root.at(pointer);
        String text = node.isString() || node.isNumber() ? node.asString() : "";
        return text.isBlank() ? null : text.strip();
    }

    /** 0 when there is none. */
    double number(String pointer) {
        return root.at(pointer).asDouble(0);
    }

    /** 0 when there is none. */
    long millis(String pointer) {
        return root.at(pointer).asLong(0);
    }

    /** Of Base64, with line breaks or as a data: url too; null when there is none. */
    byte @Nullable [] picture(String pointer) {
        JsonNode node = root.at(pointer);
        if (!node.isString()) {
            return null;
        }
        String text = node.asString();
        int data = text.startsWith("data:") ? text.indexOf(',') + 1 : 0;
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.substring(data));
            return bytes.length == 0 ? null : bytes;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** The first of several places that has one. */
    byte @Nullable [] firstPicture(Iterable<String> pointers) {
        for (String pointer : pointers) {
            byte[] picture = picture(pointer);
            if (picture != null) {
                return picture;
            }
        }
        return null;
    }
}
