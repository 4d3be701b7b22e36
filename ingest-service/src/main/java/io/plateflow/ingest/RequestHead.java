package io.plateflow.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload.FileUploadException;
import org.jspecify.annotations.Nullable;

/**
 * What a request says before its body, and how its body is to be understood.
 *
 * @param query decoded; of several parameters with one name the first; null when it cannot be decoded
 * @param contentType as sent
 */
public record RequestHead(
        @Nullable Map<String, String> query,
        @Nullable String contentType,
        @Nullable String idempotencyKey,
        String traceparent) {
    private static final String FORM = "multipart/form-data";

    static RequestHead of(HttpServletRequest request) {
        return new RequestHead(
                decode(request.getQueryString()),
                request.getContentType(),
                request.getHeader("Idempotency-Key"),
                TraceParent.of(request.getHeader("traceparent")));
    }

    /** Whether the body is the image and nothing else. */
    boolean isImage() {
        String type = mediaType(contentType);
        return type == null || type.startsWith("image/") || type.equals("application/octet-stream");
    }

    boolean isForm() {
        return FORM.equals(mediaType(contentType));
    }

    Submission with(byte[] body, Instant receivedAt) {
        if (!isForm()) {
            Submission.Photo photo = body.length == 0 && contentType == null
                    ? none(FaultCode.IMAGE_MISSING, "image", "the body is the image, or a form with a part image")
                    : new Submission.Bytes(mediaType(contentType), body);
            return with(Map.of(), photo, receivedAt);
        }
        try {
            MultipartForm form = MultipartForm.parse(body, String.valueOf(contentType));
            Submission.Photo photo = form.image() == null
                    ? none(FaultCode.IMAGE_MISSING, "image", "a part named image")
                    : new Submission.Bytes(mediaType(form.imageType()), form.image());
            return with(form.fields(), photo, receivedAt);
        } catch (FileUploadException | IOException e) {
            return with(
                    Map.of(), none(FaultCode.BODY_MALFORMED, null, "multipart/form-data as in RFC 7578"), receivedAt);
        }
    }

    Submission tooLarge(long mostBytes, Instant receivedAt) {
        return with(Map.of(), none(FaultCode.IMAGE_TOO_LARGE, "image", "at most " + mostBytes + " bytes"), receivedAt);
    }

    private Submission with(Map<String, String> form, Submission.Photo photo, Instant receivedAt) {
        if (query == null) {
            Fault malformed = new Fault(FaultCode.QUERY_MALFORMED, "query", "percent-encoded UTF-8");
            return new Submission(Map.of(), new Submission.NoPhoto(malformed), idempotencyKey, receivedAt);
        }
        Map<String, String> fields = new HashMap<>(query);
        fields.putAll(form);
        fields.replaceAll((name, value) -> value.strip());
        fields.values().removeIf(String::isEmpty);
        return new Submission(fields, photo, idempotencyKey, receivedAt);
    }

    private static Submission.NoPhoto none(FaultCode code, @Nullable String field, String detail) {
        return new Submission.NoPhoto(new Fault(code, field, detail));
    }

    /** Not by the container: asked for parameters it would take a body of form fields for them. */
    private static @Nullable Map<String, String> decode(@Nullable String query) {
        if (query == null) {
            return Map.of();
        }
        Map<String, String> decoded = new HashMap<>();
        try {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                if (!name.isEmpty()) {
                    decoded.putIfAbsent(decodePart(name), decodePart(value));
                }
            }
            return decoded;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String decodePart(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static @Nullable String mediaType(@Nullable String contentType) {
        return contentType == null ? null : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
