package io.plateflow.local.samples;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
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

/** A photo of a car in a street, drawn by the program: 1280 × 960 pixels, JPEG; the same seed draws the same photo. */
final class SamplePhoto {
    static final int WIDTH = 1280;
    static final int HEIGHT = 960;

    private static final int SCENE_WIDTH = 1920;
    private static final int SCENE_HEIGHT = 1440;
    private static final float QUALITY = .85f;

    private SamplePhoto() {}

    /** A photo of {@code car}; {@code seed} decides the street and where the camera looks. */
    static byte[] jpeg(Vehicle car, Daylight daylight, long seed) {
        Random random = new Random(seed);
        BufferedImage scene = new BufferedImage(SCENE_WIDTH, SCENE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        double distance = 3.7 + random.nextDouble() * .9;
        double centre = SCENE_WIDTH / 2.0 + (random.nextDouble() - .5) * 160;
        View view = new View(2750, 1.12, centre, 500 + random.nextDouble() * 90);
        double aside = (random.nextDouble() - .5) * .36;

        Graphics2D street = smooth(scene);
        new Street(street, view, daylight, random).draw(SCENE_WIDTH, SCENE_HEIGHT);
        Graphics2D road = smooth(scene);
        road.translate(
                view.at(aside, 0, distance).getX(), view.at(aside, 0, distance).getY());
        road.scale(view.scaleAt(distance) / 100, view.scaleAt(distance) / 100);
        Car.shadow(road, daylight.shadow);
        Lens.defocus(scene);
        new Car(road, car, daylight).draw();

        BufferedImage photo = Lens.photograph(scene, WIDTH, HEIGHT, random);
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
