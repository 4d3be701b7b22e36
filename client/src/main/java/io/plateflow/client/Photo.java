package io.plateflow.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A photo and what its sender knows about it; unchangeable. The gateway judges it: what is not said, the photo's EXIF or
 * the key's record may say.
 */
public final class Photo {
    private final byte[] image;
    private final String contentType;
    private final Map<String, String> fields;
    private final @Nullable String idempotencyKey;

    private Photo(byte[] image, String contentType, Map<String, String> fields, @Nullable String idempotencyKey) {
        this.image = image;
        this.contentType = contentType;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.idempotencyKey = idempotencyKey;
    }

    /** @param contentType {@code image/jpeg}, {@code image/png} or {@code image/webp} */
    public static Photo of(byte[] image, String contentType) {
        return new Photo(image.clone(), contentType, Map.of(), null);
    }

    public static Photo jpeg(byte[] image) {
        return of(image, "image/jpeg");
    }

    /** Where it was taken: degrees, north and east positive. */
    public Photo at(double latitude, double longitude) {
        return with("latitude", Double.toString(latitude)).with("longitude", Double.toString(longitude));
    }

    /** Where it was taken, as a link of Google Maps or OpenStreetMap. */
    public Photo url(String link) {
        return with("url", link);
    }

    /** When it was taken. */
    public Photo capturedAt(Instant time) {
        return with("capturedAt", time.toString());
    }

    /** Which camera took it, by the sender's name for it. */
    public Photo camera(String id) {
        return with("cameraId", id);
    }

    /** One of an archive: it is read only while nothing live waits. */
    public Photo bulk() {
        return with("priority", "bulk");
    }

    /** Any field of {@code POST /v1/captures}. */
    public Photo with(String field, String value) {
        return with(Map.of(field, value));
    }

    /** Several of them. */
    public Photo with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(more);
        return new Photo(image, contentType, all, idempotencyKey);
    }

    /** Makes one capture of all photos that are sent under this key, whatever else they say: 1 to 255 printable ASCII. */
    public Photo idempotencyKey(String key) {
        return new Photo(image, contentType, fields, key);
    }

    /**
     * The key that was given; else one made of the image, the camera and the time as they are, so that the same photo,
     * sent again by this process or another, is the same capture.
     */
    public String idempotencyKey() {
        return idempotencyKey != null
                ? idempotencyKey
                : sha256(String.join(
                                "\n",
                                sha256(image),
                                fields.getOrDefault("cameraId", ""),
                                fields.getOrDefault("capturedAt", ""))
                        .getBytes(UTF_8));
    }

    byte[] image() {
        return image;
    }

    String contentType() {
        return contentType;
    }

    /** The fields as a query, escaped, with its question mark; empty without any. */
    String query() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + escaped(field.getValue()))
                .collect(Collectors.joining("&", fields.isEmpty() ? "" : "?", ""));
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
