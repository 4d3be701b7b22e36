package io.plateflow.ingest.hooks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.fileupload.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * One part of what a camera sent.
 *
 * @param field of the form; empty when it has none
 * @param file its name, in lower case; that of the field where it has none
 * @param type as declared, in lower case; empty when it is not
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Part(String field, String file, String type, byte[] bytes) {

    /** A body that is not in parts. */
    static Part whole(@Nullable String contentType, byte[] body) {
        return new Part("", "", contentType == null ? "" : contentType.toLowerCase(Locale.ROOT), body);
    }

    static Part of(String headers, byte[] bytes) {
        String disposition = "";
        String type = "";
        String id = "";
        for (String line : headers.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            switch (name) {
                case "content-disposition" -> disposition = value;
                case "content-type" -> type = value.toLowerCase(Locale.ROOT);
                case "content-id" -> id = value;
                default -> {
                    // cameras add lengths and encodings, which the boundary makes needless
                }
            }
        }
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        var parameters = parser.parse(disposition, ';');
        String field = orElse(parameters.get("name"), id);
        String file = orElse(parameters.get("filename"), field);
        return new Part(field, file.toLowerCase(Locale.ROOT), type, bytes);
    }

    /** By its declared type or, since many declare none, its first bytes. */
    boolean isPicture() {
        return bytes.length > 0
                && (type.startsWith("image/")
                        || startsWith(0xFF, 0xD8)
                        || startsWith(0x89, 'P', 'N', 'G')
                        || startsWith('R', 'I', 'F', 'F'));
    }

    boolean isXml() {
        return type.contains("xml") || file.endsWith(".xml") || firstCharacter() == '<';
    }

    boolean isJson() {
        return type.contains("json") || firstCharacter() == '{';
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int firstCharacter() {
        int at = startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < bytes.length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at < bytes.length ? bytes[at] : -1;
    }

    private boolean startsWith(int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
