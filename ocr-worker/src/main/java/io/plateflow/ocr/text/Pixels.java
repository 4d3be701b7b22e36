package io.plateflow.ocr.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.opencv.core.Mat;

/** The pixels of a matrix as a network takes them. */
final class Pixels {
    private Pixels() {}

    /**
     * One plane a channel, in the matrix's order, each {@code width} wide: what the matrix does not reach is 0.
     *
     * @param mean of each channel, 0 to 255
     * @param deviation of each channel
     */
    static FloatBuffer planes(Mat bgr, int width, float[] mean, float[] deviation) {
        int rows = bgr.rows();
        int columns = bgr.cols();
        byte[] bytes = new byte[rows * columns * 3];
        bgr.get(0, 0, bytes);
        float[] planes = new float[3 * rows * width];
        for (int channel = 0; channel < 3; channel++) {
            float factor = 1 / deviation[channel];
            for (int y = 0; y < rows; y++) {
                int to = (channel * rows + y) * width;
                int from = y * columns * 3 + channel;
                for (int x = 0; x < columns; x++, from += 3) {
                    planes[to + x] = ((bytes[from] & 0xFF) - mean[channel]) * factor;
                }
            }
        }
        FloatBuffer buffer = ByteBuffer.allocateDirect(planes.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return buffer.put(planes).rewind();
    }
}
