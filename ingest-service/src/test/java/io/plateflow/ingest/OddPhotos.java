package io.plateflow.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Photos that decoders stumble over, and files that only look like photos. */
final class OddPhotos {
    private static final int APP1 = 0xFFE1;
    private static final int APP2 = 0xFFE2;
    private static final int COMMENT = 0xFFFE;
    private static final byte[] PHOTO = Photos.jpeg(64, 48, 55);

    private OddPhotos() {}

    /** With the directory of a ZIP behind it, as which it opens too. */
    static byte[] jpegAndZip() {
        return join(PHOTO, "PK\5\6".getBytes(ISO_8859_1), new byte[18]);
    }

    static byte[] jpegWithScript() {
        return segment(COMMENT, "<script>alert(1)</script>".getBytes(ISO_8859_1));
    }

    static byte[] pageWithJpegBehind() {
        return join("<!doctype html><script>alert(1)</script>".getBytes(ISO_8859_1), PHOTO);
    }

    static byte[] corruptProfile() {
        return segment(APP2, "ICC_PROFILE\0\1\1 and then no profile".getBytes(ISO_8859_1));
    }

    /** @param turn 1 to 8 as in EXIF 2.3, 4.6.4 */
    static byte[] turned(int turn) {
        ByteBuffer exif = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("Exif\0\0II*\0".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(turn).putInt(0);
        return segment(APP1, exif.array());
    }

    static byte[] fourColours() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(Raster.createInterleavedRaster(0, 16, 16, 4, null), null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    static byte[] sixteenBits() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_USHORT_GRAY), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A header for 65,535 by 65,535 pixels and nothing after it. */
    static byte[] vastJpeg() {
        byte[] frame = {(byte) 0xFF, (byte) 0xC0, 0, 11, 8, -1, -1, -1, -1, 1, 1, 0x11, 0, (byte) 0xFF, (byte) 0xD9};
        return join(new byte[] {(byte) 0xFF, (byte) 0xD8}, frame);
    }

    /** Two frames of one pixel, in the extended format. */
    static byte[] animatedWebp() {
        byte[] still = Photos.WEBP_LOSSY;
        int frameBytes = still.length - 12;
        ByteBuffer riff =
                ByteBuffer.allocate(12 + 18 + 14 + 2 * (24 + frameBytes)).order(ByteOrder.LITTLE_ENDIAN);
        riff.put("RIFF".getBytes(ISO_8859_1)).putInt(riff.capacity() - 8).put("WEBPVP8X".getBytes(ISO_8859_1));
        riff.putInt(10).putInt(2).put(new byte[6]);
        riff.put("ANIM".getBytes(ISO_8859_1)).putInt(6).put(new byte[6]);
        for (int i = 0; i < 2; i++) {
            riff.put("ANMF".getBytes(ISO_8859_1)).putInt(16 + frameBytes).put(new byte[16]);
            riff.put(still, 12, frameBytes);
        }
        return riff.array();
    }

    private static byte[] segment(int marker, byte[] content) {
        ByteBuffer with = ByteBuffer.allocate(PHOTO.length + 4 + content.length);
        with.put(PHOTO, 0, 2)
                .putShort((short) marker)
                .putShort((short) (2 + content.length))
                .put(content);
        return with.put(PHOTO, 2, PHOTO.length - 2).array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
