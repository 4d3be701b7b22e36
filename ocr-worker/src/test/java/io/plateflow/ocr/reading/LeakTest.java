package io.plateflow.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.ocr.image.MalformedImageException;
import io.plateflow.ocr.image.OddPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Native memory is given back: a worker that has read for a day is no larger than one that has read for minutes. */
@Tag("full")
class LeakTest {
    private static final int PHOTOS = Integer.getInteger("plateflow.photos", 10_000);

    /** By then every step has been taken often enough to have what it keeps. */
    private static final int SETTLED = PHOTOS / 5;

    private static final double GROWTH = 1.05;

    @Test
    void tenThousandPhotosLeaveTheProcessAsLargeAsTwoThousand() throws Exception {
        List<byte[]> photos = photos();
        long settled = 0;
        try (PlateReader reader = DefaultReader.open()) {
            for (int n = 1; n <= PHOTOS; n++) {
                read(reader, photos.get(n % photos.size()));
                if (n == SETTLED) {
                    settled = residentKilobytes();
                }
            }
        }
        long last = residentKilobytes();
        System.out.printf(
                "resident: %d MB after %d photos, %d MB after %d%n", settled / 1000, SETTLED, last / 1000, PHOTOS);
        assertThat(last).isLessThan((long) (settled * GROWTH));
    }

    /** Easy ones, ones that need every view and every look, and ones that cannot be decoded. */
    private static List<byte[]> photos() throws IOException {
        List<byte[]> photos = new ArrayList<>(OddPhotos.all().values());
        photos.add(Drawn.street(400, 300).plate("AC274KM", 40, 0, 200, 150).png());
        photos.add(Drawn.street(400, 300)
                .plate("KVT482", 30, 20, 200, 150)
                .blurred(2)
                .png());
        photos.add(Drawn.street(400, 300)
                .motorcycle("A035", "HFA", 90, -10, 200, 150)
                .png());
        photos.add(Drawn.street(400, 300)
                .plate("8XKZ415", 40, 0, 200, 150)
                .dim(0.2, 8, new Random(1))
                .png());
        return photos;
    }

    private static void read(PlateReader reader, byte[] photo) {
        try {
            assertThat(reader.read(photo)).isNotNull();
        } catch (MalformedImageException e) {
            assertThat(e).hasMessageMatching(".+");
        }
    }

    private static long residentKilobytes() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
