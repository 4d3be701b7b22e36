package io.plateflow.ingest;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.riff.RiffReader;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.lang.Rational;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.webp.WebpRiffHandler;
import io.plateflow.domain.place.Coordinates;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the {@link Exif} of an image; damage of any kind means that there is none, or less of it. */
final class ExifReading {
    /** What fits in a JPEG segment; PNG and WebP allow more, which no camera needs. */
    private static final int LARGEST = 64 * 1024;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu:MM:dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final PngChunkType PNG_EXIF = exifChunk();

    private ExifReading() {}

    static Exif of(byte[] image, ImageHeader header) {
        try {
            byte[] block = switch (header.type()) {
                case Jpeg -> inJpeg(image);
                case Png -> inPng(image);
                case WebP -> inWebp(image);
                default -> null;
            };
            return block == null || block.length > LARGEST ? Exif.NONE : read(block);
        } catch (IOException | ImageProcessingException | RuntimeException damaged) {
            return Exif.NONE;
        }
    }

    private static byte @Nullable [] inJpeg(byte[] image) throws IOException, ImageProcessingException {
        Iterable<byte[]> segments = JpegSegmentReader.readSegments(
                        new SequentialByteArrayReader(image), List.of(JpegSegmentType.APP1))
                .getSegments(JpegSegmentType.APP1);
        for (byte[] segment : segments) {
            if (ExifReader.startsWithJpegExifPreamble(segment)) {
                return segment;
            }
        }
        return null;
    }

    private static byte @Nullable [] inPng(byte[] image) throws IOException, ImageProcessingException {
        for (PngChunk chunk : new PngChunkReader().extract(new SequentialByteArrayReader(image), Set.of(PNG_EXIF))) {
            return chunk.getBytes();
        }
        return null;
    }

    private static byte @Nullable [] inWebp(byte[] image) throws IOException, ImageProcessingException {
        List<byte[]> found = new ArrayList<>();
        new RiffReader().processRiff(new SequentialByteArrayReader(image), new WebpRiffHandler(new Metadata()) {
            @Override
            public boolean shouldAcceptChunk(String fourCC) {
                return fourCC.equals("EXIF") && found.isEmpty();
            }

            @Override
            public void processChunk(String fourCC, byte[] payload) {
                found.add(payload);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static Exif read(byte[] block) throws IOException, ImageProcessingException {
        int start = ExifReader.startsWithJpegExifPreamble(block) ? ExifReader.JPEG_SEGMENT_PREAMBLE.length() : 0;
        Metadata tags = new Metadata();
        new TiffReader().processTiff(new ByteArrayReader(block, start), new PlaceAndTimeTags(tags), 0);
        GpsDirectory gps = tags.getFirstDirectoryOfType(GpsDirectory.class);
        ExifSubIFDDirectory camera = tags.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        LocalDateTime clock =
                camera == null ? null : clock(camera.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL));
        return new Exif(
                gps == null ? null : place(gps.getGeoLocation()),
                gps == null ? null : gpsTime(gps),
                clock,
                camera == null ? null : offset(camera.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL)));
    }

    private static @Nullable Coordinates place(@Nullable GeoLocation fix) {
        if (fix == null || fix.isZero()) {
            return null;
        }
        try {
            return new Coordinates(fix.getLatitude(), fix.getLongitude());
        } catch (IllegalArgumentException notOnEarth) {
            return null;
        }
    }

    private static @Nullable Instant gpsTime(GpsDirectory gps) {
        String date = gps.getString(GpsDirectory.TAG_DATE_STAMP);
        Rational[] time = gps.getRationalArray(GpsDirectory.TAG_TIME_STAMP);
        if (date == null || time == null || time.length != 3) {
            return null;
        }
        try {
            return LocalDate.parse(date.strip(), DATE)
                    .atTime(time[0].intValue(), time[1].intValue(), time[2].intValue())
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException damaged) {
            return null;
        }
    }

    private static @Nullable LocalDateTime clock(@Nullable String written) {
        try {
            return written == null ? null : LocalDateTime.parse(written.strip(), CLOCK);
        } catch (DateTimeException damaged) {
            return null;
        }
    }

    private static @Nullable ZoneOffset offset(@Nullable String written) {
        try {
            return written == null ? null : ZoneOffset.of(written.strip());
        } catch (DateTimeException damaged) {
            return null;
        }
    }

    private static PngChunkType exifChunk() {
        try {
            return new PngChunkType("eXIf");
        } catch (ImageProcessingException e) {
            throw new IllegalStateException("eXIf is a chunk type of PNG 1.5", e);
        }
    }
}
