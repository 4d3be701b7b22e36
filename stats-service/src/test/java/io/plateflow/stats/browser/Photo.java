package io.plateflow.stats.browser;

import io.plateflow.contracts.Topics;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The back of a car, drawn, with its plate where the tests' readings say that it is. */
final class Photo {
    private Photo() {}

    /** A JPEG of 640 × 480; the plate may be empty. */
    static byte[] of(String plate) {
        BufferedImage photo = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(pen, 0x9fb4c7, 0, 0, 640, 300);
        fill(pen, 0x5b6066, 0, 300, 640, 180);
        fill(pen, Color.HSBtoRGB((plate.hashCode() & 0xff) / 255f, 0.5f, 0.5f), 120, 170, 400, 240);
        fill(pen, 0x24313d, 170, 190, 300, 90);
        fill(pen, 0xc03a2b, 130, 300, 60, 30);
        fill(pen, 0xc03a2b, 450, 300, 60, 30);
        fill(pen, 0xf6f6f2, 220, 330, 200, 60);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 36));
        pen.drawString(plate, 320 - pen.getFontMetrics().stringWidth(plate) / 2, 373);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(photo, "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    /** {@code records} with this photo for every capture among them. */
    static List<ProducerRecord<String, byte[]>> in(List<ProducerRecord<String, byte[]>> records, String plate) {
        return records.stream()
                .map(one -> one.topic().equals(Topics.CAPTURES.name())
                        ? new ProducerRecord<>(
                                one.topic(), one.partition(), one.timestamp(), one.key(), of(plate), one.headers())
                        : one)
                .toList();
    }

    private static void fill(Graphics2D pen, int colour, int x, int y, int width, int height) {
        pen.setColor(new Color(colour));
        pen.fillRoundRect(x, y, width, height, 16, 16);
    }
}
