package io.plateflow.ingest.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.ingest.FaultCode;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UploadTest {
    private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};

    @Test
    void takesAFormLikePlateRecognizers() {
        Push.Sighting seen = new CameraForm("b")
                .part("Content-Disposition: form-data; name=\"regions\"", "ar")
                .part("Content-Disposition: form-data; name=\"camera_id\"", "gate")
                .part("Content-Disposition: form-data; name=\"timestamp\"", "2026-05-31T18:04:05")
                .part("Content-Disposition: form-data; name=\"upload\"; filename=\"car.jpg\"", PICTURE)
                .sent("multipart/form-data; boundary=b")
                .seenBy(Make.UPLOAD);
        assertThat(seen.picture()).isEqualTo(PICTURE);
        assertThat(seen.facts()).isEqualTo(Map.of("cameraId", "gate"));
        assertThat(Objects.requireNonNull(seen.time()).local()).isEqualTo("2026-05-31T18:04:05");
    }

    @Test
    void takesTheFieldsOfACapture() {
        Push.Sighting seen = new CameraForm("b")
                .part("Content-Disposition: form-data; name=\"direction\"", "EXIT")
                .part("Content-Disposition: form-data; name=\"image\"; filename=\"car.jpg\"", PICTURE)
                .sent("multipart/form-data; boundary=b")
                .seenBy(Make.UPLOAD);
        assertThat(seen.facts()).isEqualTo(Map.of("direction", "EXIT"));
    }

    @Test
    void takesABarePicture() {
        assertThat(((Push.Sighting) Make.UPLOAD.read(PICTURE, "image/jpeg")).picture())
                .isEqualTo(PICTURE);
        assertThat(((Push.Sighting) Make.UPLOAD.read(PICTURE, null)).picture()).isEqualTo(PICTURE);
    }

    @Test
    void refusesAFormWithoutAPictureAndWhatIsNoForm() {
        Push form = new CameraForm("b")
                .part("Content-Disposition: form-data; name=\"camera_id\"", "gate")
                .sent("multipart/form-data; boundary=b")
                .readBy(Make.UPLOAD);
        assertThat(((Push.Unusable) form).fault().code()).isEqualTo(FaultCode.PICTURE_MISSING);
        Push text = Make.UPLOAD.read("words".getBytes(UTF_8), "text/plain");
        assertThat(((Push.Unusable) text).fault().code()).isEqualTo(FaultCode.BODY_MALFORMED);
    }
}
