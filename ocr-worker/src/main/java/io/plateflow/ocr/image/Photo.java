package io.plateflow.ocr.image;

import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * A decoded photo, upright, 8 bits a channel in the order blue, green, red; closing it frees its pixels.
 *
 * @param pixels the matrix; grey, 16-bit, CMYK and transparent images arrive here alike
 */
public record Photo(Mat pixels) implements AutoCloseable {
    /** How OpenCV's messages begin that code, CV_StsNoMem. */
    private static final String NO_MEMORY = "(-4:";

    /**
     * Decodes {@code image} once its header says that it has at most {@code maxPixels}.
     *
     * @throws MalformedImageException when it is no JPEG, PNG or WebP image, is cut short before its first rows, or is
     *     too large
     * @throws CvException when there is no memory for its pixels, which says nothing of the image
     */
    public static Photo decode(byte[] image, long maxPixels) throws MalformedImageException {
        ImageHeader header = ImageHeader.of(image);
        if (header.width() < 1 || header.height() < 1 || header.pixels() > maxPixels) {
            throw new MalformedImageException("it has %d x %d pixels, and up to %d in all are read"
                    .formatted(header.width(), header.height(), maxPixels));
        }
        try (Mats mats = new Mats()) {
            Mat pixels = Imgcodecs.imdecode(
                    mats.hold(new MatOfByte(image)), Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
            if (pixels.empty()) {
                throw new MalformedImageException("its pixels cannot be decoded");
            }
            turn(pixels, header.orientation());
            return new Photo(pixels);
        } catch (CvException e) {
            if (String.valueOf(e.getMessage()).contains(NO_MEMORY)) {
                throw e;
            }
            throw new MalformedImageException("its pixels cannot be decoded", e);
        }
    }

    public int width() {
        return pixels.cols();
    }

    public int height() {
        return pixels.rows();
    }

    @Override
    public void close() {
        pixels.release();
    }

    /** Turns and mirrors as EXIF 2.32, tag 0x0112, asks. */
    private static void turn(Mat pixels, int orientation) {
        if (orientation >= 5) {
            Core.transpose(pixels, pixels);
        }
        switch (orientation) {
            case 2, 6 -> Core.flip(pixels, pixels, 1);
            case 3, 7 -> Core.flip(pixels, pixels, -1);
            case 4, 8 -> Core.flip(pixels, pixels, 0);
            default -> {}
        }
    }
}
