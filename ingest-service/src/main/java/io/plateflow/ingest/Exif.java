package io.plateflow.ingest;

import io.plateflow.domain.place.Coordinates;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote into its photo about where and when; each part null when it wrote none that can be used.
 *
 * @param place of the GPS receiver; never 0°, 0°, which cameras write without a fix
 * @param gpsTime UTC of the GPS receiver
 * @param clock the camera's own clock
 * @param offset of that clock
 */
record Exif(
        @Nullable Coordinates place,
        @Nullable Instant gpsTime,
        @Nullable LocalDateTime clock,
        @Nullable ZoneOffset offset) {
    static final Exif NONE = new Exif(null, null, null, null);
}
