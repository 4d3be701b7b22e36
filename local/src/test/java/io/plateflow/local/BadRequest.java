package io.plateflow.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plateflow.local.samples.DrawnPhotos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A request that the gateway must refuse.
 *
 * @param what is wrong with it, in words
 * @param key of the sender; null sends none
 * @param type declared type of the body; null declares none
 * @param more query parameters beyond a good place
 * @param status that it must get
 * @param code of the problem that it must get
 */
record BadRequest(
        String what,
        @Nullable String key,
        @Nullable String type,
        BodyPublisher body,
        String more,
        int status,
        String code) {
    private static final String JPEG = "image/jpeg";
    private static final BodyPublisher PHOTO = bytes(DrawnPhotos.of("AC917FW", 0));
    private static final BodyPublisher NOTHING = bytes(new byte[0]);

    static Stream<BadRequest> all(String key) {
        Instant ahead = Instant.now().plus(Duration.ofDays(365));
        BodyPublisher text = bytes("merely words".getBytes(UTF_8));
        return Stream.of(
                new BadRequest("no key", null, JPEG, PHOTO, "", 401, "key_missing"),
                new BadRequest("a wrong key", "guess", JPEG, PHOTO, "", 401, "key_unknown"),
                new BadRequest("no image", key, null, NOTHING, "", 400, "image_missing"),
                new BadRequest("an image of 0 bytes", key, JPEG, NOTHING, "", 400, "image_empty"),
                new BadRequest("text as image", key, JPEG, text, "", 415, "image_type"),
                new BadRequest("30 MB", key, JPEG, bytes(new byte[30_000_000]), "", 413, "image_too_large"),
                new BadRequest("100 megapixels", key, "image/png", vastPng(), "", 422, "image_pixels"),
                new BadRequest("latitude 91", key, JPEG, PHOTO, "&latitude=91&longitude=0", 422, "latitude_range"),
                new BadRequest(
                        "a link with a script", key, JPEG, PHOTO, "&url=javascript:alert(1)", 422, "url_invalid"),
                new BadRequest("a year ahead", key, JPEG, PHOTO, "&capturedAt=" + ahead, 422, "captured_at_ahead"));
    }

    HttpRequest.Builder to(WholeSystem system) {
        String place = more.contains("latitude") ? "" : "latitude=-34.6037&longitude=-58.3816";
        HttpRequest.Builder request =
                HttpRequest.newBuilder(system.captures(place + more)).POST(body);
        if (key != null) {
            request.header("X-API-Key", key);
        }
        return type == null ? request : request.header("Content-Type", type);
    }

    @Override
    public String toString() {
        return what;
    }

    /** A few kilobytes. */
    private static BodyPublisher vastPng() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(out.toByteArray());
    }

    private static BodyPublisher bytes(byte[] body) {
        return BodyPublishers.ofByteArray(body);
    }
}
