package io.plateflow.ingest;

import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes only the tags of place and time from an EXIF block.
 *
 * <p>The library's own handler would read maker notes, XMP and colour profiles, and keep every array that the tags of a
 * hostile 64 KiB block point at, some gigabytes.
 */
final class PlaceAndTimeTags extends ExifTiffHandler {
    private static final Set<Integer> WANTED = Set.of(
            ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
            ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL,
            GpsDirectory.TAG_LATITUDE_REF,
            GpsDirectory.TAG_LATITUDE,
            GpsDirectory.TAG_LONGITUDE_REF,
            GpsDirectory.TAG_LONGITUDE,
            GpsDirectory.TAG_TIME_STAMP,
            GpsDirectory.TAG_DATE_STAMP);
    private static final Set<Integer> DIRECTORIES =
            Set.of(ExifIFD0Directory.TAG_EXIF_SUB_IFD_OFFSET, ExifIFD0Directory.TAG_GPS_INFO_OFFSET);
    private static final int LONGEST_VALUE_BYTES = 64;
    private static final int MOST_POINTERS = 10_000;

    private final Set<Integer> entered = new HashSet<>();
    private int pointers;

    PlaceAndTimeTags(Metadata tags) {
        super(tags, null, 0);
    }

    /** @throws IllegalStateException when the block asks so often that it was made to keep a reader busy */
    @Override
    public boolean tryEnterSubIfd(int tagId) {
        if (++pointers > MOST_POINTERS) {
            throw new IllegalStateException("more pointers than any camera writes");
        }
        return DIRECTORIES.contains(tagId) && entered.add(tagId) && super.tryEnterSubIfd(tagId);
    }

    @Override
    public boolean hasFollowerIfd() {
        return false;
    }

    @Override
    public boolean customProcessTag(
            int tagOffset, Set<Integer> processed, int tiffOffset, RandomAccessReader from, int tagId, int byteCount) {
        return !WANTED.contains(tagId) || byteCount > LONGEST_VALUE_BYTES; // true: leave it out
    }
}
