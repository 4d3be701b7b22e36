package io.plateflow.local.samples;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A photo of a car in a street, drawn by the program: 1280 × 960 pixels, JPEG; the same
 * seeds draw the same photo on the same JDK. */
final class SamplePhoto {
    static final int WIDTH = 1280;
    static final int HEIGHT = 960;

    private static final int SCENE_WIDTH = 1920;
    private static final int SCENE_HEIGHT = 1440;
    /** Pixels. */
    private static final double FOCAL = 2750;
    /** Height above the road, m. */
    private static final double EYE = 1.12;

    private static final float QUALITY = .85f;

    private SamplePhoto() {}

    /**
     * A photo of {@code car}.
     *
     * @param camera decides the street and how the camera hangs there
     * @param passing decides where the car stands, what else does, and the grain
     */
    static byte[] jpeg(Vehicle car, Daylight daylight, long camera, long passing) {
        Random fixed = new Random(camera);
        Random random = new Random(passing);
        BufferedImage scene = new BufferedImage(SCENE_WIDTH, SCENE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        double centre = SCENE_WIDTH / 2.0 + (fixed.nextDouble() - .5) * 160;
        View view = new View(FOCAL, EYE, centre, 500 + fixed.nextDouble() * 90);
        Lens lens = Lens.hung(fixed);
        Street street = new Street(smooth(scene), view, daylight, fixed);
        street.draw(SCENE_WIDTH, SCENE_HEIGHT);
        street.park(random);

        double distance = 3.7 + random.nextDouble() * .9;
        Point2D stand = view.at((random.nextDouble() - .5) * .4, 0, distance);
        Graphics2D centimetres = smooth(scene);
        centimetres.translate(stand.getX(), stand.getY());
        centimetres.scale(view.scaleAt(distance) / 100, view.scaleAt(distance) / 100);
        Undercarriage.shadow(centimetres, daylight.shadow);
        Lens.defocus(scene);
        new Car(centimetres, car, daylight).draw();

        BufferedImage photo = lens.photograph(scene, WIDTH, HEIGHT);
        return encode(Lens.develop(photo, daylight.grain, random));
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    private static byte[] encode(BufferedImage photo) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(300_000);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(photo, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a photo to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
