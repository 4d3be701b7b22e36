package io.plateflow.stats.photos;

import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Glances;
import io.plateflow.stats.query.Ids;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Views of photos, drawn when they are asked for. */
@RestController
class PhotoViewApi {
    /** A later reading may find the plate elsewhere. */
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate();

    private final PhotoViews views;
    private final Glances glances;

    PhotoViewApi(PhotoViews views, Glances glances) {
        this.views = views;
        this.glances = glances;
    }

    @GetMapping("/v1/captures/{id}/image/plate")
    ResponseEntity<byte[]> plate(@PathVariable String id) {
        return jpeg(id, views.plate(Ids.parse(id)));
    }

    @GetMapping("/v1/captures/{id}/image/shared")
    ResponseEntity<byte[]> shared(@PathVariable String id) {
        return jpeg(id, views.shared(Ids.parse(id)));
    }

    private ResponseEntity<byte[]> jpeg(String id, byte[] image) {
        glances.note(Act.of(Action.PHOTO_VIEWED, "capture", Ids.parse(id)));
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .contentType(MediaType.IMAGE_JPEG)
                .body(image);
    }
}
