package io.plateflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhotoTest {
    private static final Photo PHOTO = Photo.jpeg(new byte[] {1, 2, 3});

    @Test
    void theSamePhotoHasTheSameKeyInEveryProcess() {
        assertThat(PHOTO.idempotencyKey())
                .isEqualTo("2a4922bc99080c3084da7c17877356422491690cea1140c62e2e723548b5846a")
                .isEqualTo(Photo.jpeg(new byte[] {1, 2, 3}).idempotencyKey());
    }

    @Test
    void itsPlaceAndUrgencyChangeNothingAboutItsKey() {
        assertThat(PHOTO.at(-34.6, -58.38).bulk().idempotencyKey()).isEqualTo(PHOTO.idempotencyKey());
    }

    @Test
    void anotherImageCameraOrTimeHasAnotherKey() {
        assertThat(PHOTO.idempotencyKey())
                .isNotEqualTo(Photo.jpeg(new byte[] {1, 2, 4}).idempotencyKey())
                .isNotEqualTo(PHOTO.camera("gate").idempotencyKey())
                .isNotEqualTo(PHOTO.capturedAt(Instant.EPOCH).idempotencyKey());
        assertThat(PHOTO.camera("a").idempotencyKey())
                .isNotEqualTo(PHOTO.with("capturedAt", "a").idempotencyKey());
    }

    @Test
    void aKeyThatIsGivenStays() {
        assertThat(PHOTO.idempotencyKey("mine").camera("gate").idempotencyKey()).isEqualTo("mine");
    }

    @Test
    void laterChangesOfTheArrayDoNotReachIt() {
        byte[] image = {1, 2, 3};
        Photo photo = Photo.jpeg(image);
        image[0] = 9;

        assertThat(photo.idempotencyKey()).isEqualTo(PHOTO.idempotencyKey());
    }
}
