package io.plateflow.ocr.text;

import io.plateflow.ocr.image.Mats;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A network of 1.14 million parameters that has seen nothing but plates, all of them drawn: it reads a plate of one row
 * or of two at once, some 2 ms a plate.
 *
 * <p>Takes 48 × 160 grey pixels from 0 to 1; gives 80 steps, 40 along the upper row and 40 along the lower, each the
 * logarithms of the probabilities of no character, 0–9 and A–Z.
 */
public final class PlateNetwork implements Recogniser {
    private static final int HEIGHT = 48;
    private static final int WIDTH = 160;
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Parts of a line's height: it was trained on plates with an edge around them, and a line stops at its letters. */
    private static final double SIDEWAYS = 0.4;

    private static final double UP_AND_DOWN = 0.15;

    private final Network network = new Network("/plate-network/plates-1.onnx");

    @Override
    public Quad frame(Quad line) {
        return line.holdsTwoRows() ? line.grown(0.15, 0.1) : line.grown(SIDEWAYS, UP_AND_DOWN);
    }

    @Override
    public boolean readsPlates() {
        return true;
    }

    @Override
    public Emissions read(Mat plate) {
        try (Mats mats = new Mats()) {
            Mat grey = mats.empty();
            Imgproc.cvtColor(plate, grey, Imgproc.COLOR_BGR2GRAY);
            Mat scaled = mats.empty();
            int scaling = grey.rows() > HEIGHT ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR;
            Imgproc.resize(grey, scaled, new Size(WIDTH, HEIGHT), 0, 0, scaling);
            return emissions(network.run(pixels(scaled), 1, HEIGHT, WIDTH).values());
        }
    }

    @Override
    public String engine() {
        return "plates-1";
    }

    @Override
    public void close() {
        network.close();
    }

    private static FloatBuffer pixels(Mat grey) {
        byte[] bytes = new byte[HEIGHT * WIDTH];
        grey.get(0, 0, bytes);
        FloatBuffer pixels = ByteBuffer.allocateDirect(bytes.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (byte b : bytes) {
            pixels.put((b & 0xFF) / 255f);
        }
        return pixels.rewind();
    }

    private static Emissions emissions(float[] logarithms) {
        float[][] steps = new float[logarithms.length / Emissions.SYMBOLS][Emissions.SYMBOLS];
        for (int step = 0; step < steps.length; step++) {
            int from = step * Emissions.SYMBOLS;
            steps[step][Emissions.BLANK] = (float) Math.exp(logarithms[from]);
            for (int i = 0; i < CHARACTERS.length(); i++) {
                steps[step][Emissions.symbol(CHARACTERS.charAt(i))] = (float) Math.exp(logarithms[from + 1 + i]);
            }
        }
        return new Emissions(steps);
    }
}
