package io.plateflow.local.samples;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;

/**
 * What a camera does to a scene: distance blurs, the camera is tilted, light falls off, the sensor is grainy.
 *
 * @param roll about the line of sight, radians
 * @param yaw to the side
 * @param pitch up or down
 */
record Lens(double roll, double yaw, double pitch) {
    private static final double MOST_TILT = Math.toRadians(6);

    private static final int DEFOCUS = 3;
    private static final int MOTTLE = 16;

    /** Uniform numbers from −1 to 1; each row adds up two runs of them, so that hardly any row repeats another. */
    private static final int GRAINS = 8_192;

    /** Makes the standard deviation of two of their sum 1: each has a variance of a third. */
    private static final double GRAIN_SPREAD = Math.sqrt(1.5);

    /** A camera on its mount: turned by up to 6° about each axis. */
    static Lens hung(Random random) {
        return new Lens(tilt(random) * .6, tilt(random), tilt(random) * .7);
    }

    /** Out of focus, as the background of a photo is: averaged over about 15 pixels. */
    static void defocus(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        BufferedImage quarter = scaled(scaled(image, w / 2, h / 2), w / 4, h / 4);
        float[] even = new float[DEFOCUS * DEFOCUS];
        Arrays.fill(even, 1f / even.length);
        BufferedImage small =
                new ConvolveOp(new Kernel(DEFOCUS, DEFOCUS, even), ConvolveOp.EDGE_NO_OP, null).filter(quarter, null);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(small, 0, 0, w, h, null);
        g.dispose();
    }

    /**
     * The scene as this camera sees it.
     *
     * @param scene larger than the photo by a margin on every side, so that no corner stays empty
     */
    BufferedImage photograph(BufferedImage scene, int width, int height) {
        double zoom = scene.getWidth() / (width * 1.22);
        double focal = width * 1.5;
        double centreX = scene.getWidth() / 2.0;
        double centreY = scene.getHeight() / 2.0;
        double cosRoll = Math.cos(roll);
        double sinRoll = Math.sin(roll);
        double sinYaw = Math.sin(yaw);
        double sinPitch = Math.sin(pitch);
        double acrossFocal = zoom * focal * Math.cos(yaw);
        double downFocal = zoom * focal * Math.cos(pitch);
        Pixels from = Pixels.of(scene);
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] to = Pixels.of(photo).rgb();
        for (int v = 0; v < height; v++) {
            for (int u = 0; u < width; u++) {
                double x = (u - width / 2.0) / focal;
                double y = (v - height / 2.0) / focal;
                double rolledX = x * cosRoll - y * sinRoll;
                double rolledY = x * sinRoll + y * cosRoll;
                double depth = 1 + rolledX * sinYaw + rolledY * sinPitch;
                to[v * width + u] =
                        from.at(centreX + acrossFocal * rolledX / depth, centreY + downFocal * rolledY / depth);
            }
        }
        return photo;
    }

    /** Softened a little, darker towards the corners and to one side, with grain of {@code grain} levels. */
    static BufferedImage develop(BufferedImage photo, double grain, Random random) {
        float side = (float) (.02 + random.nextDouble() * .05);
        float[] soft = {side / 2, side, side / 2, side, 1 - 6 * side, side, side / 2, side, side / 2};
        BufferedImage developed =
                new ConvolveOp(new Kernel(3, 3, soft), ConvolveOp.EDGE_NO_OP, null).filter(photo, null);
        int w = developed.getWidth();
        int h = developed.getHeight();
        double slope = (random.nextDouble() - .5) * .22;
        int[] mottle = Pixels.of(mottle(w, h, random)).rgb();
        int[] pixels = Pixels.of(developed).rgb();
        double[] grains = random.doubles(GRAINS, -1, 1).toArray();
        for (int y = 0; y < h; y++) {
            double fromY = y / (double) h - .5;
            int one = random.nextInt(GRAINS);
            int other = random.nextInt(GRAINS);
            for (int x = 0; x < w; x++) {
                double fromX = x / (double) w - .5;
                double light = 1 + slope * fromX * 2 - .34 * (fromX * fromX + fromY * fromY);
                double noise = (grains[(one + x) % GRAINS] + grains[(other + x) % GRAINS]) * GRAIN_SPREAD * grain
                        + (mottle[y * w + x] & 255)
                        - MOTTLE;
                int rgb = pixels[y * w + x];
                pixels[y * w + x] = Tint.level((rgb >> 16 & 255) * light + noise) << 16
                        | Tint.level((rgb >> 8 & 255) * light + noise) << 8
                        | Tint.level((rgb & 255) * light + noise);
            }
        }
        return developed;
    }

    /** Unevenness a hand wide: dust on the lens, wear of every surface. */
    private static BufferedImage mottle(int width, int height, Random random) {
        BufferedImage coarse = new BufferedImage(width / 14, height / 14, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < coarse.getHeight(); y++) {
            for (int x = 0; x < coarse.getWidth(); x++) {
                coarse.setRGB(x, y, Tint.level(MOTTLE + random.nextGaussian() * 1.5));
            }
        }
        return scaled(coarse, width, height);
    }

    private static double tilt(Random random) {
        return (random.nextDouble() * 2 - 1) * MOST_TILT;
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, image.getType());
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return small;
    }
}
