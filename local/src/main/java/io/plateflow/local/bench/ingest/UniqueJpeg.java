package io.plateflow.local.bench.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.plateflow.local.bench.SmallPhoto;
import io.plateflow.local.samples.CarPhoto;
import java.util.Random;

/**
 * A photo of exactly so many bytes, no two alike: a comment of 16 characters before everything else holds a number.
 */
final class UniqueJpeg {
    /** After the start of the image, the comment's marker and its length. */
    static final int NUMBER_AT = 6;

    private static final int DIGITS = 16;
    private static final byte[] COMMENT = {(byte) 0xFF, (byte) 0xFE, 0, DIGITS + 2};
    private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);

    private UniqueJpeg() {}

    /** A drawn car, made smaller until it fits, then filled with noise behind its end; at least 5,000 bytes. */
    static byte[] ofBytes(int bytes) {
        byte[] photo = CarPhoto.of("AC917FW", 0);
        while (photo.length + COMMENT.length + DIGITS > bytes) {
            photo = SmallPhoto.of(photo);
        }
        byte[] unique = new byte[bytes];
        new Random(bytes).nextBytes(unique);
        System.arraycopy(photo, 0, unique, 0, 2);
        System.arraycopy(COMMENT, 0, unique, 2, COMMENT.length);
        System.arraycopy(photo, 2, unique, NUMBER_AT + DIGITS, photo.length - 2);
        number(unique, NUMBER_AT, 0);
        return unique;
    }

    /** Writes {@code number} into {@code bytes}, 16 hexadecimal digits from {@code at} on. */
    static void number(byte[] bytes, int at, long number) {
        for (int i = 0; i < DIGITS; i++) {
            bytes[at + i] = HEX[(int) (number >>> (4 * (DIGITS - 1 - i))) & 0xF];
        }
    }
}
