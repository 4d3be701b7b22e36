package io.plateflow.ocr.bench;

import io.plateflow.ocr.image.MalformedImageException;
import io.plateflow.ocr.image.Mats;
import io.plateflow.ocr.image.Photo;
import io.plateflow.ocr.text.Crops;
import io.plateflow.ocr.text.Quad;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.springframework.web.util.HtmlUtils;

/** Misread photos for a person to look through: one HTML file that holds its pictures and needs nothing else. */
final class MissesPage {
    /** Pixels. */
    private static final int WIDTH = 560;

    private static final int CROP_HEIGHT = 96;
    private static final Scalar GREEN = new Scalar(80, 200, 60);
    private static final Scalar RED = new Scalar(60, 60, 230);

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Misread photos</title><style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color: #1c1e21; background: #fff }
            article { display: flex; flex-wrap: wrap; gap: 1rem; padding: 1rem 0; border-top: 1px solid #c8ccd0 }
            img { max-width: 100%%; height: auto } dl { margin: 0 } dt { color: #565b61 } dd { margin: 0 0 .5rem }
            .plate { font: 700 1.4rem ui-monospace, monospace }
            </style></head><body><h1>%d misread photos</h1>
            <p>Outlined: in green where the label says the plate is, in red what was read.</p>
            """;

    private MissesPage() {}

    static String of(List<Judged> misses, long maxPixels) throws IOException {
        StringBuilder page = new StringBuilder(HEAD.formatted(misses.size()));
        for (Judged miss : misses) {
            page.append(article(miss, maxPixels));
        }
        return page.append("</body></html>\n").toString();
    }

    private static String article(Judged miss, long maxPixels) throws IOException {
        try (Photo photo = Photo.decode(Files.readAllBytes(miss.photo().file()), maxPixels);
                Mats mats = new Mats()) {
            return """
                    <article><dl><dt>%s</dt><dd class="plate">%s</dd><dt>read, %s</dt><dd class="plate">%s</dd>
                    <dt>or</dt><dd>%s</dd></dl><div>%s%s</div>%s</article>
                    """.formatted(
                            escaped(miss.photo().file().getFileName().toString()),
                            escaped(miss.photo().plate()),
                            verdict(miss),
                            miss.read().isEmpty() ? "nothing" : escaped(miss.read()),
                            miss.candidates().stream()
                                    .map(c -> "%s %.3f".formatted(escaped(c.text()), c.score()))
                                    .collect(Collectors.joining("<br>")),
                            crop(photo.pixels(), miss.photo().box(), "the plate as labelled", mats),
                            crop(photo.pixels(), miss.quad(), "what was read", mats),
                            image(outlined(photo.pixels(), miss, mats), "the photo", mats));
        } catch (MalformedImageException e) {
            return "<article><p>%s: %s</p></article>"
                    .formatted(
                            escaped(miss.photo().file().getFileName().toString()),
                            escaped(String.valueOf(e.getMessage())));
        }
    }

    private static String verdict(Judged miss) {
        return String.format(Locale.ROOT, "confidence %.3f", miss.confidence())
                + (miss.alike() ? ", right but for look-alikes" : "")
                + (miss.unknown() ? ", format unknown" : "")
                + (miss.review() ? ", to a person" : miss.unknown() ? "" : ", <strong>unnoticed</strong>");
    }

    private static String crop(Mat photo, @Nullable Quad quad, String what, Mats mats) {
        if (quad == null) {
            return "";
        }
        Mat crop = mats.hold(Crops.rectified(photo, quad.grown(0.4, 0.2)));
        Mat large = mats.empty();
        double factor = (double) CROP_HEIGHT / crop.rows();
        Imgproc.resize(
                crop, large, new Size(Math.max(1, crop.cols() * factor), CROP_HEIGHT), 0, 0, Imgproc.INTER_CUBIC);
        return image(large, what, mats) + "<br>";
    }

    private static Mat outlined(Mat photo, Judged miss, Mats mats) {
        Mat small = mats.empty();
        double factor = Math.min(1, (double) WIDTH / photo.cols());
        Imgproc.resize(photo, small, new Size(0, 0), factor, factor, Imgproc.INTER_AREA);
        outline(small, miss.photo().box(), factor, GREEN, mats);
        outline(small, miss.quad(), factor, RED, mats);
        return small;
    }

    private static void outline(Mat on, @Nullable Quad quad, double factor, Scalar colour, Mats mats) {
        if (quad != null) {
            MatOfPoint corners =
                    mats.hold(new MatOfPoint(quad.scaled(factor).corners().toArray(new Point[0])));
            Imgproc.polylines(on, List.of(corners), true, colour, 2, Imgproc.LINE_AA, 0);
        }
    }

    private static String image(Mat picture, String what, Mats mats) {
        MatOfByte jpeg = mats.hold(new MatOfByte());
        Imgcodecs.imencode(".jpg", picture, jpeg);
        return "<img alt=\"%s\" src=\"data:image/jpeg;base64,%s\">"
                .formatted(what, Base64.getEncoder().encodeToString(jpeg.toArray()));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
