package io.plateflow.ocr.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Photos as few cameras make them, and as attackers do. */
public final class OddPhotos {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final int PNG_AFTER_HEADER = 33;
    private static final byte[] PAYLOAD = "<script>alert(1)</script>PK\u0003\u0004".getBytes(ISO_8859_1);

    private OddPhotos() {}

    /** Odd, yet each shows 320 × 200 pixels. */
    static Map<String, byte[]> sound() throws IOException {
        byte[] png = encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "png");
        byte[] jpeg = encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "jpg");
        Map<String, byte[]> photos = new LinkedHashMap<>();
        photos.put("grey", encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY), "png"));
        photos.put(
                "16 bits a sample", encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY), "png"));
        photos.put(
                "one bit a sample", encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY), "png"));
        photos.put("transparent", encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB), "png"));
        photos.put("CMYK", cmyk());
        photos.put("a PNG that is a page and an archive too", joined(png, PAYLOAD));
        photos.put("a JPEG that is a page and an archive too", joined(jpeg, PAYLOAD));
        photos.put("a PNG with a broken colour profile", withChunk(png, "iCCP", "icc\0\0rubbish"));
        photos.put("a JPEG with a broken colour profile", withSegment(jpeg, 0xE2, "ICC_PROFILE\0\u0001\u0001rubbish"));
        photos.put("a JPEG with broken EXIF", withSegment(jpeg, 0xE1, "Exif\0\0MM\0*\uFFFF"));
        photos.put("an animated PNG", withChunk(png, "acTL", "\0\0\0\u0002\0\0\0\0"));
        return photos;
    }

    /** No photo can be had from these. */
    static Map<String, byte[]> refused() throws IOException {
        byte[] png = encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "png");
        Map<String, byte[]> photos = new LinkedHashMap<>();
        photos.put("nothing", new byte[0]);
        photos.put("another type", encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "gif"));
        photos.put("a page", PAYLOAD);
        photos.put("cut short in its header", Arrays.copyOf(png, PNG_AFTER_HEADER - 6));
        photos.put(
                "100 megapixels in a few kilobytes",
                encoded(new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY), "png"));
        return photos;
    }

    /** Those that may harm a worker. */
    public static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(sound());
        all.putAll(refused());
        return all;
    }

    /** {@code upright} as a camera stores it that was held as EXIF's {@code orientation} says. */
    public static byte[] held(BufferedImage upright, int orientation) {
        boolean lying = orientation >= 5;
        int width = lying ? upright.getHeight() : upright.getWidth();
        int height = lying ? upright.getWidth() : upright.getHeight();
        BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                stored.setRGB(
                        x,
                        y,
                        upright.getRGB(
                                column(orientation, x, y, upright.getWidth()),
                                row(orientation, x, y, upright.getHeight())));
            }
        }
        String exif = "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0" + (char) orientation
                + "\0\0\0\0\0\0";
        return withSegment(encoded(stored, "jpg"), 0xE1, exif);
    }

    /** Where the pixel stored at x, y stands in the upright photo (EXIF 2.32, tag 0x0112). */
    private static int column(int orientation, int x, int y, int width) {
        return switch (orientation) {
            case 2, 3 -> width - 1 - x;
            case 5, 8 -> y;
            case 6, 7 -> width - 1 - y;
            default -> x;
        };
    }

    private static int row(int orientation, int x, int y, int height) {
        return switch (orientation) {
            case 3, 4 -> height - 1 - y;
            case 5, 6 -> x;
            case 7, 8 -> height - 1 - x;
            default -> y;
        };
    }

    private static byte[] cmyk() throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(inks, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] withChunk(byte[] png, String type, String data) {
        byte[] named = (type + data).getBytes(ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(named);
        byte[] chunk = ByteBuffer.allocate(named.length + 8)
                .putInt(data.length())
                .put(named)
                .putInt((int) sum.getValue())
                .array();
        return joined(
                Arrays.copyOf(png, PNG_AFTER_HEADER), chunk, Arrays.copyOfRange(png, PNG_AFTER_HEADER, png.length));
    }

    /** After the first marker, before all other segments. */
    private static byte[] withSegment(byte[] jpeg, int marker, String data) {
        byte[] segment = ByteBuffer.allocate(data.length() + 4)
                .order(ByteOrder.BIG_ENDIAN)
                .putShort((short) (0xFF00 | marker))
                .putShort((short) (data.length() + 2))
                .put(data.getBytes(ISO_8859_1))
                .array();
        return joined(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
