package io.plateflow.local.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A photo at half its width and height: its plate can still be read, in a fraction of the time. */
public final class SmallPhoto {
    private SmallPhoto() {}

    /** JPEG from JPEG. */
    public static byte[] of(byte[] photo) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(photo));
            BufferedImage half =
                    new BufferedImage(whole.getWidth() / 2, whole.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = half.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(whole, 0, 0, half.getWidth(), half.getHeight(), null);
            pen.dispose();
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(half, "jpeg", jpeg);
            return jpeg.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
