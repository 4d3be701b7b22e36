package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageHeaderTest {

    static Stream<Arguments> images() {
        return Stream.of(
                Arguments.of(Photos.jpeg(640, 480, 1), "image/jpeg", 640, 480),
                Arguments.of(
                        Photos.jpegWith(new ExifBlock().place(1, 2).build(), Photos.jpeg(7, 5, 1)), "image/jpeg", 7, 5),
                Arguments.of(Photos.png(31, 17), "image/png", 31, 17),
                Arguments.of(Photos.truncated(Photos.png(31, 17), 60), "image/png", 31, 17),
                Arguments.of(Photos.vastPng(), "image/png", 10_000, 10_000),
                Arguments.of(Photos.WEBP_LOSSY, "image/webp", 1, 1),
                Arguments.of(Photos.WEBP_LOSSLESS, "image/webp", 1, 1),
                Arguments.of(Photos.WEBP_EXTENDED, "image/webp", 1, 1));
    }

    @ParameterizedTest
    @MethodSource("images")
    void readsTypeAndDimensions(byte[] image, String type, int width, int height) {
        ImageHeader header = ImageHeader.of(image).orElseThrow();

        assertThat(header.contentType()).isEqualTo(type);
        assertThat(header.width()).isEqualTo(width);
        assertThat(header.height()).isEqualTo(height);
    }

    static Stream<byte[]> noImages() {
        byte[] png = Photos.png(3, 3);
        return Stream.of(
                new byte[] {},
                new byte[] {(byte) 0xFF},
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Photos.truncated(Photos.jpeg(64, 64, 1), 40),
                Photos.truncated(png, 20),
                replaced(png, 16, 0),
                replaced(png, 16, -1),
                replaced(png, 12, 0x49444154),
                Photos.truncated(Photos.WEBP_LOSSY, 16),
                replaced(Photos.WEBP_LOSSY, 16, 0xFFFFFF7F));
    }

    @ParameterizedTest
    @MethodSource("noImages")
    void findsNoHeaderInWhatHasNone(byte[] bytes) {
        assertThat(ImageHeader.of(bytes)).isEmpty();
    }

    @Test
    void countsTheLargestOfSeveralFrames() {
        byte[] small = Photos.jpeg(8, 8, 1);
        byte[] frame = {(byte) 0xFF, (byte) 0xC0, 0, 11, 8, 0x75, 0x30, 0x75, 0x30, 1, 1, 0x11, 0};
        ByteBuffer two = ByteBuffer.allocate(small.length + frame.length);
        two.put(small, 0, 2).put(frame).put(small, 2, small.length - 2);

        assertThat(ImageHeader.of(two.array()).orElseThrow().pixels()).isEqualTo(900_000_000L);
    }

    @Test
    void survivesAnyByteBeingWrong() {
        for (byte[] image : new byte[][] {Photos.jpeg(9, 9, 1), Photos.png(9, 9), Photos.WEBP_EXTENDED}) {
            for (int at = 0; at < Math.min(image.length, 600); at++) {
                byte[] corrupt = Arrays.copyOf(image, image.length);
                corrupt[at] ^= (byte) 0xFF;
                assertThat(ImageHeader.of(corrupt).filter(h -> h.width() < 1 || h.height() < 1))
                        .isEmpty();
            }
        }
    }

    private static byte[] replaced(byte[] image, int at, int word) {
        return ByteBuffer.wrap(image.clone()).putInt(at, word).array();
    }
}
