package io.plateflow.ocr.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd photos are decoded to what they show, or refused with a reason. */
class OddPhotosTest {
    private static final long MOST = 50_000_000;

    @BeforeAll
    static void loadNatives() {
        Natives.load(Path.of(System.getProperty("java.io.tmpdir"), "plateflow"));
    }

    static Stream<Arguments> soundPhotos() throws IOException {
        return arguments(OddPhotos.sound());
    }

    static Stream<Arguments> brokenPhotos() throws IOException {
        return arguments(OddPhotos.refused());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("soundPhotos")
    void anOddPhotoIsDecodedToWhatItShows(String what, byte[] image) throws Exception {
        try (Photo photo = Photo.decode(image, MOST)) {
            assertThat(photo.width()).as(what).isEqualTo(320);
            assertThat(photo.height()).isEqualTo(200);
            assertThat(photo.pixels().channels()).isEqualTo(3);
            assertThat(photo.pixels().elemSize1()).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenPhotos")
    void whatShowsNothingIsRefusedWithAReason(String what, byte[] image) {
        assertThatExceptionOfType(MalformedImageException.class)
                .as(what)
                .isThrownBy(() -> Photo.decode(image, MOST))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
    }

    private static Stream<Arguments> arguments(Map<String, byte[]> photos) {
        return photos.entrySet().stream().map(p -> Arguments.of(p.getKey(), p.getValue()));
    }
}
