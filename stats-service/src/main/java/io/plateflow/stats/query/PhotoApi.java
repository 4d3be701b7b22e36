package io.plateflow.stats.query;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.instant;

import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Glances;
import io.plateflow.stats.storage.Blobs;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The photo as it was sent. It never changes but may be deleted, so a browser that has it asks again the next day. */
@RestController
class PhotoApi {
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/webp");
    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

    private final Blobs blobs;
    private final JdbcClient jdbc;
    private final Glances glances;

    PhotoApi(Blobs blobs, JdbcClient jdbc, Glances glances) {
        this.blobs = blobs;
        this.jdbc = jdbc;
        this.glances = glances;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Photo(String contentType, byte[] bytes) {}

    @GetMapping("/v1/captures/{id}/image")
    @Nullable
    ResponseEntity<byte[]> photo(@PathVariable String id, WebRequest request) {
        UUID wanted = Ids.parse(id);
        // An id names one photo's bytes for ever, so it serves as their tag.
        String tag = '"' + wanted.toString() + '"';
        List<Photo> found = blobs.jdbc()
                .query(
                        "SELECT content_type, image FROM capture_image WHERE capture_id = ?",
                        (row, n) -> new Photo(row.getString("content_type"), row.getBytes("image")),
                        bytes(wanted));
        if (found.isEmpty()) {
            throw missing(wanted);
        }
        glances.note(Act.of(Action.PHOTO_VIEWED, "capture", wanted));
        if (request.checkNotModified(tag)) {
            return null;
        }
        Photo photo = found.get(0);
        String type = SHOWN.contains(photo.contentType()) ? photo.contentType() : "application/octet-stream";
        return ResponseEntity.ok()
                .cacheControl(A_DAY)
                .eTag(tag)
                .contentType(MediaType.parseMediaType(type))
                .body(photo.bytes());
    }

    private ErrorResponseException missing(UUID capture) {
        return jdbc.sql("SELECT photo_gone_at FROM capture WHERE id = :id AND photo_gone_at IS NOT NULL")
                .param("id", bytes(capture))
                .query((row, n) -> instant(row, "photo_gone_at"))
                .optional()
                .map(Refusals::photoDeleted)
                .orElseGet(() -> Refusals.notFound("photo"));
    }
}
