package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.place.Coordinates;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifReadingTest {

    @ParameterizedTest
    @CsvSource({"-34.6037, -58.3816", "51.5, 0.25", "0.5, -0.5", "-89.99, 179.99"})
    void readsThePlaceInAllFourQuarters(double latitude, double longitude) {
        Coordinates place = read(new ExifBlock().place(latitude, longitude)).place();

        assertThat(place).isNotNull();
        assertThat(place.latitude()).isCloseTo(latitude, Offset.offset(1e-6));
        assertThat(place.longitude()).isCloseTo(longitude, Offset.offset(1e-6));
    }

    @Test
    void readsTheTimesOfReceiverAndCamera() {
        Exif exif = read(new ExifBlock()
                .gpsTime("2026:05:31", 21, 4, 5)
                .clock("2026:05:31 18:04:07")
                .offset("-03:00"));

        assertThat(exif.gpsTime()).isEqualTo(Instant.parse("2026-05-31T21:04:05Z"));
        assertThat(exif.clock()).isEqualTo(LocalDateTime.parse("2026-05-31T18:04:07"));
        assertThat(exif.offset()).isEqualTo(ZoneOffset.ofHours(-3));
    }

    @Test
    void takesNoFixForNoPlace() {
        assertThat(read(new ExifBlock().place(0, 0)).place()).isNull();
        assertThat(read(new ExifBlock().place(95, 10)).place()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0000:00:00 00:00:00", "2026:02:30 10:00:00", "2026-05-31 10:00:00", "", "    :  :     :  :  "})
    void takesABrokenClockForNone(String clock) {
        assertThat(read(new ExifBlock().clock(clock)).clock()).isNull();
    }

    @Test
    void takesABrokenReceiverOrOffsetForNone() {
        assertThat(read(new ExifBlock().gpsTime("2026:13:01", 1, 1, 1)).gpsTime())
                .isNull();
        assertThat(read(new ExifBlock().gpsTime("2026:12:01", 25, 1, 1)).gpsTime())
                .isNull();
        assertThat(read(new ExifBlock().offset("local")).offset()).isNull();
    }

    @Test
    void readsPngAlike() {
        byte[] png = Photos.pngWith(new ExifBlock().place(10, 20).build(), Photos.png(4, 4));

        assertThat(ExifReading.of(png, ImageHeader.of(png).orElseThrow()).place())
                .isEqualTo(new Coordinates(10, 20));
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        byte[] plain = Photos.jpeg(8, 8, 1);
        assertThat(ExifReading.of(plain, ImageHeader.of(plain).orElseThrow())).isEqualTo(Exif.NONE);
        assertThat(ExifReading.of(
                        Photos.WEBP_EXTENDED,
                        ImageHeader.of(Photos.WEBP_EXTENDED).orElseThrow()))
                .isEqualTo(Exif.NONE);
    }

    /** 5,000 tags that each point at the same 60,000 bytes would be 300 MB and more if they were kept. */
    @Test
    void keepsNoTagsThatItDoesNotNeed() {
        ByteBuffer bomb = ByteBuffer.allocate(65_000).order(ByteOrder.LITTLE_ENDIAN);
        bomb.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) 5_000);
        for (int tag = 0; tag < 5_000; tag++) {
            bomb.putShort((short) (0x1000 + tag))
                    .putShort((short) 5)
                    .putInt(7_500)
                    .putInt(100);
        }
        long before = System.nanoTime();

        assertThat(read(bomb.array())).isEqualTo(Exif.NONE);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    /** Each of 5,000 tags asks 15,000 times whether it points at a directory. */
    @Test
    void tiresOfPointers() {
        ByteBuffer bomb = ByteBuffer.allocate(65_000).order(ByteOrder.LITTLE_ENDIAN);
        bomb.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) 5_000);
        for (int tag = 0; tag < 5_000; tag++) {
            bomb.putShort((short) 0x8769).putShort((short) 4).putInt(15_000).putInt(8);
        }
        long before = System.nanoTime();

        assertThat(read(bomb.array())).isEqualTo(Exif.NONE);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));
    }

    private static Exif read(ExifBlock block) {
        return read(block.build());
    }

    private static Exif read(byte[] block) {
        byte[] photo = Photos.jpegWith(block, Photos.jpeg(16, 16, 1));
        return ExifReading.of(photo, ImageHeader.of(photo).orElseThrow());
    }
}
