package io.plateflow.ingest.hooks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a multipart body as cameras write it. Cameras announce {@code form-data}, {@code mixed} or
 * {@code x-mixed-replace}, and boundaries that differ by dashes or quotes from those they use; so the body's first line
 * is believed before the header. Parts may have neither name nor type.
 */
final class Parts {
    private static final int MOST_PARTS = 32;
    /** RFC 2046 allows 70. */
    private static final int LONGEST_BOUNDARY = 200;

    private static final int BUFFER_BYTES = 8192;

    private final List<Part> all;

    private Parts(List<Part> all) {
        this.all = all;
    }

    /** Empty when the body is not multipart, is cut off, or has more than 32 parts. */
    static Optional<Parts> of(byte[] body, @Nullable String contentType) {
        byte @Nullable [] boundary = boundaryIn(body);
        if (boundary == null) {
            boundary = announced(contentType);
        }
        if (boundary == null) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        try {
            MultipartStream stream = new MultipartStream(new ByteArrayInputStream(body), boundary, BUFFER_BYTES, null);
            for (boolean next = stream.skipPreamble(); next; next = stream.readBoundary()) {
                String headers = stream.readHeaders();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                stream.readBodyData(bytes);
                parts.add(Part.of(headers, bytes.toByteArray()));
                if (parts.size() > MOST_PARTS) {
                    return Optional.empty();
                }
            }
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return Optional.of(new Parts(parts));
    }

    Optional<Part> first(Predicate<Part> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    /** The picture with the most bytes: a crop has fewer than the scene that it was cut from. */
    Optional<Part> largestPicture(Predicate<Part> wanted) {
        return all.stream()
                .filter(part -> part.isPicture() && wanted.test(part))
                .max(Comparator.comparingInt(part -> part.bytes().length));
    }

    private static byte @Nullable [] boundaryIn(byte[] body) {
        int start = 0;
        while (start < body.length && (body[start] == '\r' || body[start] == '\n')) {
            start++;
        }
        int end = start;
        while (end < body.length && end - start <= LONGEST_BOUNDARY && body[end] != '\r' && body[end] != '\n') {
            end++;
        }
        String line = new String(body, start, end - start, StandardCharsets.ISO_8859_1).stripTrailing();
        boolean delimiter = line.length() > 2 && line.length() <= LONGEST_BOUNDARY && line.startsWith("--");
        return delimiter ? line.substring(2).getBytes(StandardCharsets.ISO_8859_1) : null;
    }

    private static byte @Nullable [] announced(@Nullable String contentType) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        String boundary = parser.parse(contentType, new char[] {';', ','}).get("boundary");
        return boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY
                ? null
                : boundary.getBytes(StandardCharsets.ISO_8859_1);
    }
}
