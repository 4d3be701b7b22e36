package io.plateflow.local.samples;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Photos for tests of the whole: as many different files as they ask for, of a few scenes that are drawn once. */
public final class DrawnPhotos {
    private static final Map<String, byte[]> SCENES = new ConcurrentHashMap<>();

    private DrawnPhotos() {}

    /** A JPEG of the car that carries {@code plate}; another file for each {@code number}. */
    public static byte[] of(String plate, int number) {
        byte[] scene = SCENES.computeIfAbsent(
                plate, p -> SamplePhoto.jpeg(Vehicle.of(p), Daylight.NOON, Spot.CORRIENTES.street, 7));
        return withComment(scene, "number " + number);
    }

    /** {@code jpeg} with a comment after its first segment, the application's. */
    private static byte[] withComment(byte[] jpeg, String comment) {
        int first = 4 + ByteBuffer.wrap(jpeg).getShort(4);
        return ByteBuffer.allocate(jpeg.length + 4 + comment.length())
                .put(jpeg, 0, first)
                .putShort((short) 0xFFFE)
                .putShort((short) (2 + comment.length()))
                .put(comment.getBytes(US_ASCII))
                .put(jpeg, first, jpeg.length - first)
                .array();
    }
}
