package io.plateflow.ingest;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Images that the tests draw themselves. */
public final class Photos {
    /** One pixel each: lossy, lossless, and lossy with an alpha channel in the extended format. */
    static final byte[] WEBP_LOSSY = bytes("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    static final byte[] WEBP_LOSSLESS = bytes("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    static final byte[] WEBP_EXTENDED = bytes(
            "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==");

    private static final int PNG_IHDR_END = 33;

    private Photos() {}

    /** Another picture for each {@code seed}. */
    public static byte[] jpeg(int width, int height, long seed) {
        return encode(draw(width, height, BufferedImage.TYPE_INT_RGB, seed), "jpeg");
    }

    static byte[] png(int width, int height) {
        return encode(draw(width, height, BufferedImage.TYPE_INT_RGB, 1), "png");
    }

    /** 100 megapixels in about 12 KB. */
    static byte[] vastPng() {
        return encode(new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY), "png");
    }

    /** {@code jpeg} with an EXIF segment before all others. */
    public static byte[] jpegWith(byte[] exif, byte[] jpeg) {
        byte[] preamble = {'E', 'x', 'i', 'f', 0, 0};
        ByteBuffer with = ByteBuffer.allocate(jpeg.length + 4 + preamble.length + exif.length);
        with.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + preamble.length + exif.length));
        return with.put(preamble).put(exif).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** {@code png} with an eXIf chunk after its header. */
    static byte[] pngWith(byte[] exif, byte[] png) {
        byte[] type = {'e', 'X', 'I', 'f'};
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(exif);
        ByteBuffer with = ByteBuffer.allocate(png.length + 12 + exif.length);
        with.put(png, 0, PNG_IHDR_END).putInt(exif.length).put(type).put(exif).putInt((int) crc.getValue());
        return with.put(png, PNG_IHDR_END, png.length - PNG_IHDR_END).array();
    }

    /** {@code image} cut off after {@code bytes}. */
    static byte[] truncated(byte[] image, int bytes) {
        return Arrays.copyOf(image, bytes);
    }

    private static BufferedImage draw(int width, int height, int type, long seed) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillRect(random.nextInt(width), random.nextInt(height), width / 3 + 1, height / 3 + 1);
        }
        pen.dispose();
        return image;
    }

    private static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
