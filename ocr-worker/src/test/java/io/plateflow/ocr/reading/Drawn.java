package io.plateflow.ocr.reading;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A photo that is drawn, 900 × 600 pixels unless told otherwise. */
public record Drawn(BufferedImage picture) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    /** Grey above, darker below. */
    public static Drawn street() {
        return street(WIDTH, HEIGHT);
    }

    static Drawn street(int width, int height) {
        Drawn drawn = new Drawn(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        Graphics2D pen = drawn.pen(new Color(0x8A9199));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x4B4F54));
        pen.fillRect(0, height / 2, width, height / 2);
        return drawn;
    }

    /** Every pixel by chance. */
    static Drawn noise(Random random) {
        Drawn drawn = street();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                drawn.picture.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return drawn;
    }

    /** Adds a white plate, 300 × 84 pixels, with its top left corner there. */
    public Drawn plate(String text, int left, int top) {
        return plate(text, 84, 0, left + 150, top + 42);
    }

    /** Adds a white plate, {@code high} pixels high, turned by {@code degrees} clockwise about its centre, which is there. */
    Drawn plate(String text, double high, double degrees, double x, double y) {
        Graphics2D pen = turned(high / 84, degrees, x, y);
        pen.fillRoundRect(-150, -42, 300, 84, 12, 12);
        write(pen, text, 58, 21);
        return this;
    }

    /** Adds a white plate of two rows, 200 × 150 pixels, with its top left corner there. */
    Drawn motorcycle(String upper, String lower, int left, int top) {
        return motorcycle(upper, lower, 150, 0, left + 100, top + 75);
    }

    /** The same, {@code high} pixels high, turned by {@code degrees} clockwise about its centre, which is there. */
    Drawn motorcycle(String upper, String lower, double high, double degrees, double x, double y) {
        Graphics2D pen = turned(high / 150, degrees, x, y);
        pen.fillRoundRect(-100, -75, 200, 150, 12, 12);
        write(pen, upper, 62, -10);
        write(pen, lower, 62, 57);
        return this;
    }

    /** Everything out of focus by {@code sigma} pixels. */
    Drawn blurred(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        int side = 2 * reach + 1;
        float[] weights = new float[side * side];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int x = i % side - reach;
            int y = i / side - reach;
            weights[i] = (float) Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new Drawn(
                new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null).filter(picture, null));
    }

    /** Everything {@code part} as bright, with grain of {@code sigma} levels. */
    Drawn dim(double part, double sigma, Random random) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                Color was = new Color(picture.getRGB(x, y));
                double grain = sigma * random.nextGaussian();
                picture.setRGB(
                        x,
                        y,
                        new Color(
                                        level(was.getRed() * part + grain),
                                        level(was.getGreen() * part + grain),
                                        level(was.getBlue() * part + grain))
                                .getRGB());
            }
        }
        return this;
    }

    public byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    private static void write(Graphics2D pen, String text, int size, int baseline) {
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
        FontMetrics metrics = pen.getFontMetrics();
        pen.drawString(text, -metrics.stringWidth(text) / 2, baseline);
    }

    private Graphics2D turned(double scale, double degrees, double x, double y) {
        Graphics2D pen = pen(Color.WHITE);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.translate(x, y);
        pen.rotate(Math.toRadians(degrees));
        pen.scale(scale, scale);
        return pen;
    }

    private Graphics2D pen(Color color) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(color);
        return pen;
    }
}
