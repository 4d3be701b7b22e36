package io.plateflow.ocr.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bytes that are no readable image are refused with a reason; sound ones are decoded. */
class PhotoTest {
    private static final long MOST = 50_000_000;

    @BeforeAll
    static void loadNatives() {
        Natives.load(Path.of(System.getProperty("java.io.tmpdir"), "plateflow"));
    }

    @Test
    void soundImagesKeepTheirSize() throws Exception {
        for (String format : new String[] {"png", "jpg"}) {
            try (Photo photo = Photo.decode(image(format), MOST)) {
                assertThat(photo.width()).isEqualTo(320);
                assertThat(photo.height()).isEqualTo(200);
            }
        }
    }

    @Test
    void nothingIsNoImage() {
        refused(new byte[0]);
    }

    @Test
    void textIsNoImage() {
        refused("this is a letter, not a photo of a car".getBytes(US_ASCII));
    }

    @Test
    void aBareSignatureIsNoImage() throws Exception {
        refused(Arrays.copyOf(image("png"), 8));
        refused(Arrays.copyOf(image("jpg"), 3));
    }

    @Test
    void anImageCutShortIsRefusedOrKeepsItsSize() throws Exception {
        for (String format : new String[] {"png", "jpg"}) {
            byte[] sound = image(format);
            for (int length = 0; length < sound.length; length += 1 + sound.length / 60) {
                try (Photo photo = Photo.decode(Arrays.copyOf(sound, length), MOST)) {
                    assertThat(photo.width()).isEqualTo(320);
                } catch (MalformedImageException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
    }

    @Test
    void aHundredMegapixelsAreRefusedByTheirHeader() throws Exception {
        assertThatExceptionOfType(MalformedImageException.class)
                .isThrownBy(() -> Photo.decode(pngHeader(10_000, 10_000), MOST))
                .withMessageContaining("10000 x 10000");
    }

    @Test
    void sidesWhoseProductOverflowsAreRefusedByTheirHeader() throws Exception {
        assertThatExceptionOfType(MalformedImageException.class)
                .isThrownBy(() -> Photo.decode(pngHeader(65_536, 65_536), MOST))
                .withMessageContaining("65536 x 65536");
    }

    private static void refused(byte[] bytes) {
        assertThatExceptionOfType(MalformedImageException.class).isThrownBy(() -> Photo.decode(bytes, MOST));
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    /** The signature and first chunk of a PNG that is never there as a whole. */
    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(chunk);
        header.writeBytes("IHDR");
        header.writeInt(width);
        header.writeInt(height);
        header.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(chunk.toByteArray());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.writeLong(0x89504E470D0A1A0AL);
        png.writeInt(13);
        png.write(chunk.toByteArray());
        png.writeInt((int) sum.getValue());
        png.writeInt(0);
        png.writeBytes("IEND");
        png.writeInt(0xAE426082);
        return bytes.toByteArray();
    }
}
