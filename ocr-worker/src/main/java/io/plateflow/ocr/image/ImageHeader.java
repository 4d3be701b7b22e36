package io.plateflow.ocr.image;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an image says of itself before it is decoded: 12 KB of PNG can hold 100 megapixels.
 *
 * @param width pixels, as stored
 * @param height pixels, as stored
 * @param orientation as in EXIF, 1 to 8; 1 is upright
 */
record ImageHeader(int width, int height, int orientation) {
    private static final Map<FileType, Size> SIZES = Map.of(
            FileType.Jpeg,
            new Size(JpegDirectory.class, JpegDirectory.TAG_IMAGE_WIDTH, JpegDirectory.TAG_IMAGE_HEIGHT),
            FileType.Png,
            new Size(PngDirectory.class, PngDirectory.TAG_IMAGE_WIDTH, PngDirectory.TAG_IMAGE_HEIGHT),
            FileType.WebP,
            new Size(WebpDirectory.class, WebpDirectory.TAG_IMAGE_WIDTH, WebpDirectory.TAG_IMAGE_HEIGHT));

    private record Size(Class<? extends Directory> in, int width, int height) {}

    static ImageHeader of(byte[] image) throws MalformedImageException {
        try {
            BufferedInputStream in = new BufferedInputStream(new ByteArrayInputStream(image));
            Size size = SIZES.get(FileTypeDetector.detectFileType(in));
            if (size == null) {
                throw new MalformedImageException("it is neither a JPEG nor a PNG nor a WebP image");
            }
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(image), image.length);
            Directory described = metadata.getDirectoriesOfType(size.in()).stream()
                    .filter(d -> d.containsTag(size.width()))
                    .findFirst()
                    .orElseThrow(() -> new MalformedImageException("its header tells no width and height"));
            return new ImageHeader(
                    described.getInt(size.width()), described.getInt(size.height()), orientation(metadata));
        } catch (ImageProcessingException | IOException | MetadataException | RuntimeException e) {
            throw new MalformedImageException("its header cannot be read", e);
        }
    }

    long pixels() {
        return (long) width * height;
    }

    private static int orientation(Metadata metadata) {
        return metadata.getDirectoriesOfType(ExifDirectoryBase.class).stream()
                .map(ImageHeader::orientation)
                .filter(o -> o != null && o >= 1 && o <= 8)
                .findFirst()
                .orElse(1);
    }

    private static @Nullable Integer orientation(Directory exif) {
        return exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
    }
}
