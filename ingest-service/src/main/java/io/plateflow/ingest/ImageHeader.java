package io.plateflow.ingest;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngHeader;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import com.drew.metadata.webp.WebpDirectory;
import com.drew.metadata.webp.WebpRiffHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The type and dimensions of an image, from its header alone: no pixel is decoded, nothing is inflated.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 */
record ImageHeader(FileType type, int width, int height) {
    private static final int PNG_IHDR_TYPE_AT = 12;
    private static final int PNG_IHDR_AT = 16;
    private static final int PNG_IHDR_BYTES = 13;
    private static final byte[] PNG_IHDR = {'I', 'H', 'D', 'R'};

    /** The header of a JPEG, PNG or WebP; empty when the bytes are none, or the header is damaged. */
    static Optional<ImageHeader> of(byte[] image) {
        try {
            FileType type = FileTypeDetector.detectFileType(new ByteArrayInputStream(image));
            Optional<ImageHeader> header = switch (type) {
                case Jpeg -> jpeg(image);
                case Png -> png(image);
                case WebP -> webp(image);
                default -> Optional.empty();
            };
            return header.filter(h -> h.width > 0 && h.height > 0);
        } catch (IOException | ImageProcessingException | MetadataException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    String contentType() {
        return "image/" + type.name().toLowerCase(Locale.ROOT);
    }

    long pixels() {
        return (long) width * height;
    }

    /** The largest frame counts: decoders differ in which of several they take. */
    private static Optional<ImageHeader> jpeg(byte[] image) throws IOException, ImageProcessingException {
        JpegReader reader = new JpegReader();
        JpegSegmentData segments =
                JpegSegmentReader.readSegments(new SequentialByteArrayReader(image), reader.getSegmentTypes());
        Metadata frames = new Metadata();
        for (JpegSegmentType type : reader.getSegmentTypes()) {
            reader.readJpegSegments(segments.getSegments(type), frames, type);
        }
        return StreamSupport.stream(
                        frames.getDirectoriesOfType(JpegDirectory.class).spliterator(), false)
                .map(frame -> new ImageHeader(
                        FileType.Jpeg,
                        orZero(frame.getInteger(JpegDirectory.TAG_IMAGE_WIDTH)),
                        orZero(frame.getInteger(JpegDirectory.TAG_IMAGE_HEIGHT))))
                .max(Comparator.comparingLong(ImageHeader::pixels));
    }

    private static Optional<ImageHeader> png(byte[] image) throws ImageProcessingException {
        if (image.length < PNG_IHDR_AT + PNG_IHDR_BYTES
                || !Arrays.equals(Arrays.copyOfRange(image, PNG_IHDR_TYPE_AT, PNG_IHDR_AT), PNG_IHDR)) {
            return Optional.empty();
        }
        PngHeader header = new PngHeader(Arrays.copyOfRange(image, PNG_IHDR_AT, PNG_IHDR_AT + PNG_IHDR_BYTES));
        return Optional.of(new ImageHeader(FileType.Png, header.getImageWidth(), header.getImageHeight()));
    }

    private static Optional<ImageHeader> webp(byte[] image)
            throws IOException, ImageProcessingException, MetadataException {
        Metadata frames = new Metadata();
        new RiffReader().processRiff(new SequentialByteArrayReader(image), new WebpRiffHandler(frames) {
            @Override
            public boolean shouldAcceptChunk(String fourCC) {
                return fourCC.startsWith("VP8");
            }
        });
        Optional<ImageHeader> largest = Optional.empty();
        for (WebpDirectory frame : frames.getDirectoriesOfType(WebpDirectory.class)) {
            if (frame.containsTag(WebpDirectory.TAG_IMAGE_WIDTH)) {
                ImageHeader header = new ImageHeader(
                        FileType.WebP,
                        frame.getInt(WebpDirectory.TAG_IMAGE_WIDTH),
                        frame.getInt(WebpDirectory.TAG_IMAGE_HEIGHT));
                if (largest.isEmpty() || header.pixels() > largest.get().pixels()) {
                    largest = Optional.of(header);
                }
            }
        }
        return largest;
    }

    private static int orZero(@Nullable Integer pixels) {
        return pixels == null ? 0 : pixels;
    }
}
