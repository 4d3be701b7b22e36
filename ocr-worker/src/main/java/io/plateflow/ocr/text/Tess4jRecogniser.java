package io.plateflow.ocr.text;

import io.plateflow.ocr.image.Mats;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.sourceforge.tess4j.TessAPI1;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Tesseract's network for printed English; each reading has a {@link Tesseract} to itself, as many are kept as ever read at once. */
public final class Tess4jRecogniser implements Recogniser {
    /** Pixels, as the network takes a line; other heights read no better on photos of plates. */
    private static final int HEIGHT = 36;

    private static final int NARROWEST = 16;
    private static final int WIDEST = 640;

    private final Path directory;
    private final Queue<Tesseract> idle = new ConcurrentLinkedQueue<>();

    /** @param cache where the native libraries and the network are unpacked, once for all processes */
    public Tess4jRecogniser(Path cache) {
        directory = TesseractFiles.unpacked(cache);
        idle.add(new Tesseract(directory));
    }

    @Override
    public Emissions read(Mat line) {
        try (Mats mats = new Mats()) {
            Mat grey = mats.empty();
            Imgproc.cvtColor(line, grey, Imgproc.COLOR_BGR2GRAY);
            double width = Math.ceil((double) line.cols() * HEIGHT / line.rows());
            Size size = new Size(Math.min(WIDEST, Math.max(NARROWEST, width)), HEIGHT);
            Mat scaled = mats.empty();
            Imgproc.resize(grey, scaled, size, 0, 0, line.rows() > HEIGHT ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
            return Hocr.emissions(hocr(scaled));
        }
    }

    @Override
    public String engine() {
        return "tess4j-5.16.0/tesseract-" + TessAPI1.TessVersion();
    }

    @Override
    public void close() {
        for (Tesseract tesseract = idle.poll(); tesseract != null; tesseract = idle.poll()) {
            tesseract.close();
        }
    }

    private String hocr(Mat grey) {
        Tesseract kept = idle.poll();
        Tesseract tesseract = kept != null ? kept : new Tesseract(directory);
        try {
            return tesseract.hocr(grey);
        } finally {
            idle.add(tesseract);
        }
    }
}
