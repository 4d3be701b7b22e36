package io.plateflow.stats.photos;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A photo's pixels, turned as EXIF asks.
 *
 * @param scale pixels of this image per pixel of the photo
 */
record Upright(BufferedImage pixels, double scale) {

    /**
     * Decodes {@code photo}, leaving out rows and columns until it has {@code mostPixels} at most. Empty when it is of a
     * kind that the JDK does not decode.
     *
     * @throws IOException when it is cut short
     */
    static Optional<Upright> decode(byte[] photo, long mostPixels) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(photo))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                long size = (long) reader.getWidth(0) * reader.getHeight(0);
                int every = (int) Math.max(1, Math.ceil(Math.sqrt((double) size / mostPixels)));
                ImageReadParam parameters = reader.getDefaultReadParam();
                parameters.setSourceSubsampling(every, every, 0, 0);
                return Optional.of(new Upright(turn(reader.read(0, parameters), orientation(photo)), 1.0 / every));
            } finally {
                reader.dispose();
            }
        }
    }

    /** As EXIF 2.32, tag 0x0112, has it; 1 without it. */
    private static int orientation(byte[] photo) throws IOException {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation == null ? 1 : orientation;
        } catch (ImageProcessingException e) {
            return 1;
        }
    }

    private static BufferedImage turn(BufferedImage image, int orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        boolean lies = orientation >= 5 && orientation <= 8;
        BufferedImage upright = new BufferedImage(lies ? h : w, lies ? w : h, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = upright.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        pen.drawImage(image, turn, null);
        pen.dispose();
        return upright;
    }
}
