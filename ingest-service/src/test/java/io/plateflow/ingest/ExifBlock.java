package io.plateflow.ingest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes EXIF blocks (TIFF 6.0, little endian) with a camera's directory and a GPS directory, tag by tag. */
public final class ExifBlock {
    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRY_BYTES = 12;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Value(int format, int count, byte[] data) {}

    private final Map<Integer, Value> camera = new TreeMap<>();
    private final Map<Integer, Value> gps = new TreeMap<>();

    /** The camera's clock, {@code yyyy:MM:dd HH:mm:ss}. */
    public ExifBlock clock(String text) {
        camera.put(0x9003, ascii(text));
        return this;
    }

    /** The offset of that clock, {@code -03:00}. */
    public ExifBlock offset(String text) {
        camera.put(0x9011, ascii(text));
        return this;
    }

    /** Degrees; the sign goes into N, S, E and W. */
    public ExifBlock place(double latitude, double longitude) {
        gps.put(1, ascii(latitude < 0 ? "S" : "N"));
        gps.put(2, degrees(Math.abs(latitude)));
        gps.put(3, ascii(longitude < 0 ? "W" : "E"));
        gps.put(4, degrees(Math.abs(longitude)));
        return this;
    }

    /** UTC; {@code date} as {@code yyyy:MM:dd}. */
    public ExifBlock gpsTime(String date, int hour, int minute, int second) {
        gps.put(7, rationals(hour, 1, minute, 1, second, 1));
        gps.put(0x1D, ascii(date));
        return this;
    }

    /** Any tag of the camera's directory, as text. */
    public ExifBlock tag(int id, String text) {
        camera.put(id, ascii(text));
        return this;
    }

    public byte[] build() {
        ByteBuffer out = ByteBuffer.allocate(60_000).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
        int cameraAt = 8 + size(Map.of(1, pointer(0), 2, pointer(0)));
        int gpsAt = cameraAt + size(camera);
        directory(out, new TreeMap<>(Map.of(0x8769, pointer(cameraAt), 0x8825, pointer(gpsAt))));
        directory(out, camera);
        directory(out, gps);
        byte[] block = new byte[out.position()];
        out.flip().get(block);
        return block;
    }

    private static int size(Map<Integer, Value> directory) {
        return 6
                + ENTRY_BYTES * directory.size()
                + directory.values().stream()
                        .mapToInt(v -> v.data.length > 4 ? v.data.length : 0)
                        .sum();
    }

    private static void directory(ByteBuffer out, Map<Integer, Value> directory) {
        int dataAt = out.position() + 6 + ENTRY_BYTES * directory.size();
        ByteBuffer data = ByteBuffer.allocate(30_000);
        out.putShort((short) directory.size());
        directory.forEach((id, value) -> {
            out.putShort((short) (int) id).putShort((short) value.format).putInt(value.count);
            if (value.data.length > 4) {
                out.putInt(dataAt + data.position());
                data.put(value.data);
            } else {
                out.put(value.data).position(out.position() + 4 - value.data.length);
            }
        });
        out.putInt(0).put(data.flip());
    }

    private static Value ascii(String text) {
        byte[] data = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return new Value(ASCII, data.length, data);
    }

    private static Value pointer(int to) {
        return new Value(
                LONG,
                1,
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(to).array());
    }

    private static Value degrees(double value) {
        int whole = (int) value;
        double minutes = (value - whole) * 60;
        int wholeMinutes = (int) minutes;
        return rationals(whole, 1, wholeMinutes, 1, (int) Math.round((minutes - wholeMinutes) * 60 * 10_000), 10_000);
    }

    private static Value rationals(int... parts) {
        ByteBuffer data = ByteBuffer.allocate(parts.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int part : parts) {
            data.putInt(part);
        }
        return new Value(RATIONAL, parts.length / 2, data.array());
    }
}
