package io.plateflow.ocr.text;

import io.plateflow.ocr.image.Mats;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The recognition network of PP-OCRv4; of its 6,623 characters A–Z and 0–9 are kept, lower case counted as upper. */
public final class PpOcrRecogniser implements Recogniser {
    private static final int HEIGHT = 48;
    private static final int NARROWEST = 192;
    private static final int WIDEST = 640;
    private static final float[] HALF = {127.5f, 127.5f, 127.5f};
    private static final float LEAST = 1e-9f;

    private final Network network = new Network("/models/ch_PP-OCRv4_rec_infer.onnx");
    private final int[] upper = new int[Emissions.SYMBOLS];
    private final int[] lower = new int[Emissions.SYMBOLS];

    public PpOcrRecogniser() {
        List<String> keys = keys();
        for (int symbol = 1; symbol < Emissions.SYMBOLS; symbol++) {
            String character = String.valueOf(Emissions.character(symbol));
            upper[symbol] = keys.indexOf(character) + 1;
            lower[symbol] = keys.indexOf(character.toLowerCase(Locale.ROOT)) + 1;
        }
    }

    @Override
    public Emissions read(Mat line) {
        try (Mats mats = new Mats()) {
            int width = (int) Math.min(WIDEST, Math.max(16, Math.ceil((double) line.cols() * HEIGHT / line.rows())));
            Mat scaled = mats.empty();
            Imgproc.resize(line, scaled, new Size(width, HEIGHT), 0, 0, Imgproc.INTER_LINEAR);
            int padded = Math.max(NARROWEST, (width + 7) / 8 * 8);
            return emissions(network.run(Pixels.planes(scaled, padded, HALF, HALF), 3, HEIGHT, padded));
        }
    }

    @Override
    public String engine() {
        return "ppocr-v4/1.2.2";
    }

    @Override
    public void close() {
        network.close();
    }

    private Emissions emissions(Network.Output out) {
        int steps = (int) out.shape()[1];
        int classes = (int) out.shape()[2];
        float[][] emissions = new float[steps][Emissions.SYMBOLS];
        for (int step = 0; step < steps; step++) {
            float sum = 0;
            for (int symbol = 1; symbol < Emissions.SYMBOLS; symbol++) {
                float p = out.values()[step * classes + upper[symbol]];
                if (lower[symbol] != upper[symbol]) {
                    p += out.values()[step * classes + lower[symbol]];
                }
                emissions[step][symbol] = p;
                sum += p;
            }
            emissions[step][Emissions.BLANK] = Math.max(LEAST, 1 - sum);
        }
        return new Emissions(emissions);
    }

    private static List<String> keys() {
        try (InputStream in = PpOcrRecogniser.class.getResourceAsStream("/models/ppocr_keys_v1.txt")) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: models/ppocr_keys_v1.txt");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the network's characters", e);
        }
    }
}
