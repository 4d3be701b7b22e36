package io.plateflow.stats.photos;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.instantOrNull;

import io.plateflow.contracts.Json;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.storage.Blobs;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Draws views of photos, a few at a time: each holds the photo's pixels. */
@Component
class PhotoViews {
    /** Of the plate the detail counts, of the whole the overview. */
    private static final long MOST_PIXELS_OF_PLATE = 16_000_000;

    private static final long MOST_PIXELS_OF_WHOLE = 2_000_000;
    private static final int AT_ONCE = 2;
    /** Wider than the plate by so much of its height. */
    private static final double MARGIN = 0.25;
    /** A hidden plate keeps so many blocks of its width: fewer than it has characters. */
    private static final int BLOCKS = 5;

    private final JdbcClient jdbc;
    private final Blobs blobs;
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);

    PhotoViews(JdbcClient jdbc, Blobs blobs) {
        this.jdbc = jdbc;
        this.blobs = blobs;
    }

    /** The plate alone, as JPEG; 404 when none was found in the photo. */
    byte[] plate(UUID capture) {
        Rectangle box = Corners.box(reading(capture).path("quadrilateral"), MARGIN)
                .orElseThrow(() -> Refusals.notFound("plate in the photo"));
        return draw(capture, MOST_PIXELS_OF_PLATE, upright -> cut(upright, box));
    }

    /** The whole photo with every other plate made unreadable, as JPEG. */
    byte[] shared(UUID capture) {
        List<Rectangle> others = reading(capture)
                .path("others")
                .valueStream()
                .flatMap(other -> Corners.box(other.path("quadrilateral"), MARGIN).stream())
                .toList();
        return draw(capture, MOST_PIXELS_OF_WHOLE, upright -> {
            others.forEach(box -> hide(upright, box));
            return upright.pixels();
        });
    }

    private interface Drawing {
        BufferedImage of(Upright photo);
    }

    private JsonNode reading(UUID capture) {
        return jdbc.sql("SELECT COALESCE(reading, '{}') AS reading, photo_gone_at FROM capture WHERE id = :id")
                .param("id", bytes(capture))
                .query((row, n) -> {
                    Instant deletedAt = instantOrNull(row, "photo_gone_at");
                    if (deletedAt != null) {
                        throw Refusals.photoDeleted(deletedAt);
                    }
                    return Json.MAPPER.readTree(row.getString("reading"));
                })
                .optional()
                .orElseThrow(() -> Refusals.notFound("capture"));
    }

    private byte[] draw(UUID capture, long mostPixels, Drawing drawing) {
        List<byte[]> photo = blobs.jdbc()
                .queryForList("SELECT image FROM capture_image WHERE capture_id = ?", byte[].class, bytes(capture));
        if (photo.isEmpty()) {
            throw Refusals.notFound("photo");
        }
        atOnce.acquireUninterruptibly();
        try {
            Upright upright = Upright.decode(photo.get(0), mostPixels).orElseThrow(PhotoViews::undrawable);
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(drawing.of(upright), "jpeg", jpeg);
            return jpeg.toByteArray();
        } catch (IOException | IllegalArgumentException e) {
            throw undrawable();
        } finally {
            atOnce.release();
        }
    }

    private static RuntimeException undrawable() {
        return Refusals.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "photo_undrawable",
                "of this kind of photo only the whole can be shown");
    }

    private static Rectangle scaled(Upright photo, Rectangle box) {
        double s = photo.scale();
        return new Rectangle((int) (box.x * s), (int) (box.y * s), (int) Math.ceil(box.width * s), (int)
                        Math.ceil(box.height * s))
                .intersection(
                        new Rectangle(photo.pixels().getWidth(), photo.pixels().getHeight()));
    }

    private static BufferedImage cut(Upright photo, Rectangle box) {
        Rectangle part = scaled(photo, box);
        if (part.isEmpty()) {
            throw Refusals.notFound("plate in the photo");
        }
        return photo.pixels().getSubimage(part.x, part.y, part.width, part.height);
    }

    /** Few blocks of one colour each: what was there cannot be worked out from them. */
    private static void hide(Upright photo, Rectangle box) {
        Rectangle part = scaled(photo, box);
        if (part.isEmpty()) {
            return;
        }
        BufferedImage plate = photo.pixels().getSubimage(part.x, part.y, part.width, part.height);
        Graphics2D pen = photo.pixels().createGraphics();
        pen.drawImage(
                plate.getScaledInstance(BLOCKS, 1, Image.SCALE_AREA_AVERAGING),
                part.x,
                part.y,
                part.width,
                part.height,
                null);
        pen.dispose();
    }
}
