package io.plateflow.ocr.text;

import io.plateflow.ocr.image.Mats;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.RotatedRect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds lines of text with the detection network of PP-OCRv4, a DB network (Liao et al. 2020): it says how likely each
 * pixel lies in the shrunken core of a line; the cores are cut out and grown back.
 */
public final class TextFinder implements AutoCloseable {
    private static final float[] MEAN = {0.485f * 255, 0.456f * 255, 0.406f * 255};
    private static final float[] DEVIATION = {0.229f * 255, 0.224f * 255, 0.225f * 255};
    private static final int STRIDE = 32;

    /** Measured on photos of plates: probability of a core's pixel, of a box, growth as a part of area / perimeter. */
    private static final double PIXEL_THRESHOLD = 0.3;

    private static final double BOX_THRESHOLD = 0.5;
    private static final double GROWTH = 1.6;
    private static final double THINNEST_CORE = 3;
    private static final double THINNEST_BOX = 5;
    private static final int MOST_BOXES = 200;

    private final Network network = new Network("/models/ch_PP-OCRv4_det_infer.onnx");

    /** The lines, and pairs of neighbours as one line, looked for with the photo's longer side at {@code longSide}. */
    public List<TextBox> find(Mat photo, int longSide) {
        try (Mats mats = new Mats()) {
            double scale = (double) longSide / Math.max(photo.cols(), photo.rows());
            Size size = new Size(toStride(photo.cols() * scale), toStride(photo.rows() * scale));
            Mat seen = mats.empty();
            Imgproc.resize(photo, seen, size, 0, 0, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
            Network.Output text =
                    network.run(Pixels.planes(seen, seen.cols(), MEAN, DEVIATION), 3, seen.rows(), seen.cols());
            Mat probability = mats.hold(new Mat(seen.size(), CvType.CV_32F));
            probability.put(0, 0, text.values());
            return TextLines.joined(boxes(probability, photo.cols() / size.width, photo.rows() / size.height, mats));
        }
    }

    @Override
    public void close() {
        network.close();
    }

    private static List<TextBox> boxes(Mat probability, double scaleX, double scaleY, Mats mats) {
        Mat core = mats.empty();
        Core.compare(probability, new Scalar(PIXEL_THRESHOLD), core, Core.CMP_GT);
        List<MatOfPoint> contours = new ArrayList<>();
        Imgproc.findContours(core, contours, mats.empty(), Imgproc.RETR_LIST, Imgproc.CHAIN_APPROX_SIMPLE);
        contours.forEach(mats::hold);
        List<TextBox> boxes = new ArrayList<>();
        for (MatOfPoint contour : contours.subList(0, Math.min(MOST_BOXES, contours.size()))) {
            RotatedRect rectangle = Imgproc.minAreaRect(mats.hold(new MatOfPoint2f(contour.toArray())));
            if (Math.min(rectangle.size.width, rectangle.size.height) < THINNEST_CORE) {
                continue;
            }
            double score = meanInside(probability, rectangle, mats);
            RotatedRect grown = grown(rectangle);
            if (score >= BOX_THRESHOLD && Math.min(grown.size.width, grown.size.height) >= THINNEST_BOX) {
                boxes.add(new TextBox(corners(grown, scaleX, scaleY), score));
            }
        }
        return boxes;
    }

    private static RotatedRect grown(RotatedRect core) {
        double by = core.size.area() * GROWTH / (core.size.width + core.size.height);
        return new RotatedRect(core.center, new Size(core.size.width + by, core.size.height + by), core.angle);
    }

    private static Quad corners(RotatedRect rectangle, double scaleX, double scaleY) {
        Point[] corners = new Point[4];
        rectangle.points(corners);
        for (Point corner : corners) {
            corner.x *= scaleX;
            corner.y *= scaleY;
        }
        return Quad.ordered(corners);
    }

    private static double meanInside(Mat probability, RotatedRect rectangle, Mats mats) {
        Rect around = rectangle.boundingRect();
        int left = Math.max(0, around.x);
        int top = Math.max(0, around.y);
        int right = Math.min(probability.cols(), around.x + around.width + 1);
        int bottom = Math.min(probability.rows(), around.y + around.height + 1);
        if (right <= left || bottom <= top) {
            return 0;
        }
        Point[] corners = new Point[4];
        rectangle.points(corners);
        for (Point corner : corners) {
            corner.x -= left;
            corner.y -= top;
        }
        Mat mask = mats.hold(Mat.zeros(bottom - top, right - left, CvType.CV_8U));
        Imgproc.fillConvexPoly(mask, mats.hold(new MatOfPoint(corners)), new Scalar(1));
        return Core.mean(mats.hold(probability.submat(top, bottom, left, right)), mask).val[0];
    }

    private static int toStride(double pixels) {
        return Math.max(STRIDE, (int) Math.round(pixels / STRIDE) * STRIDE);
    }
}
