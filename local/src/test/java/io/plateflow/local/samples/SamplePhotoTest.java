package io.plateflow.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A drawn photo is small, whole, and the same every time. */
class SamplePhotoTest {
    private static final Vehicle CAR = Vehicle.of("AB482KD");

    @ParameterizedTest
    @EnumSource(Daylight.class)
    void isAJpegOfAtMost300KilobytesInEveryLight(Daylight daylight) throws IOException {
        byte[] jpeg = SamplePhoto.jpeg(CAR, daylight, 3, 7);

        assertThat(jpeg).hasSizeBetween(40_000, 300_000);
        BufferedImage photo = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
        assertThat(photo.getWidth()).isEqualTo(1280);
        assertThat(photo.getHeight()).isEqualTo(960);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(SamplePhoto.jpeg(CAR, Daylight.NOON, 3, 42)).isEqualTo(SamplePhoto.jpeg(CAR, Daylight.NOON, 3, 42));
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertThat(SamplePhoto.jpeg(CAR, Daylight.NOON, 3, 42))
                .isNotEqualTo(SamplePhoto.jpeg(CAR, Daylight.NOON, 3, 43));
    }
}
