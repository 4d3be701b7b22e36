package io.plateflow.ocr.text;

import io.plateflow.ocr.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.CLAHE;
import org.opencv.imgproc.Imgproc;

/** Views of one line of text; who asks for a view releases it. */
public final class Crops {
    private static final int SMALLEST = 8;

    private Crops() {}

    /** What lies inside {@code quad}, as seen from straight ahead. */
    public static Mat rectified(Mat photo, Quad quad) {
        try (Mats mats = new Mats()) {
            int height = (int) Math.max(SMALLEST, Math.round(quad.height()));
            int width = (int) Math.max(SMALLEST, Math.round(quad.aspect() * height));
            Mat transform = mats.hold(Imgproc.getPerspectiveTransform(
                    mats.hold(new MatOfPoint2f(quad.corners().toArray(new Point[0]))),
                    mats.hold(new MatOfPoint2f(
                            new Point(0, 0), new Point(width, 0), new Point(width, height), new Point(0, height)))));
            Mat crop = new Mat();
            Imgproc.warpPerspective(
                    photo,
                    crop,
                    transform,
                    new Size(width, height),
                    Imgproc.INTER_CUBIC,
                    Core.BORDER_REPLICATE,
                    new Scalar(0));
            return crop;
        }
    }

    /** Twice as large, edges raised. */
    public static Mat sharpened(Mat crop) {
        try (Mats mats = new Mats()) {
            Mat large = mats.empty();
            Imgproc.resize(crop, large, new Size(crop.cols() * 2.0, crop.rows() * 2.0), 0, 0, Imgproc.INTER_CUBIC);
            Mat blurred = mats.empty();
            Imgproc.GaussianBlur(large, blurred, new Size(0, 0), 2);
            Mat sharp = new Mat();
            Core.addWeighted(large, 1.6, blurred, -0.6, 0, sharp);
            return sharp;
        }
    }

    /** Without colour, contrast evened out over the line. */
    public static Mat evened(Mat crop) {
        try (Mats mats = new Mats()) {
            Mat grey = mats.empty();
            Imgproc.cvtColor(crop, grey, Imgproc.COLOR_BGR2GRAY);
            CLAHE clahe = Imgproc.createCLAHE(2.0, new Size(4, 2));
            clahe.apply(grey, grey);
            clahe.collectGarbage();
            Mat even = new Mat();
            Imgproc.cvtColor(grey, even, Imgproc.COLOR_GRAY2BGR);
            return even;
        }
    }
}
