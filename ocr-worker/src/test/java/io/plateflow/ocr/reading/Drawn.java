package io.plateflow.ocr.reading;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A photo that is drawn, 900 × 600 pixels. */
public record Drawn(BufferedImage picture) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    /** Grey above, darker below. */
    public static Drawn street() {
        Drawn drawn = new Drawn(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB));
        Graphics2D pen = drawn.pen(new Color(0x8A9199));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0x4B4F54));
        pen.fillRect(0, HEIGHT / 2, WIDTH, HEIGHT / 2);
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

    /** Adds a white plate, 300 pixels wide, with its top left corner there. */
    public Drawn plate(String text, int left, int top) {
        Graphics2D pen = pen(Color.WHITE);
        pen.fillRoundRect(left, top, 300, 84, 12, 12);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 58));
        FontMetrics metrics = pen.getFontMetrics();
        pen.drawString(text, left + (300 - metrics.stringWidth(text)) / 2, top + 63);
        return this;
    }

    /** Adds a white plate of two rows, 200 × 150 pixels, with its top left corner there. */
    Drawn motorcycle(String upper, String lower, int left, int top) {
        Graphics2D pen = pen(Color.WHITE);
        pen.fillRoundRect(left, top, 200, 150, 12, 12);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 62));
        FontMetrics metrics = pen.getFontMetrics();
        pen.drawString(upper, left + (200 - metrics.stringWidth(upper)) / 2, top + 65);
        pen.drawString(lower, left + (200 - metrics.stringWidth(lower)) / 2, top + 132);
        return this;
    }

    public byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private Graphics2D pen(Color color) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(color);
        return pen;
    }
}
