package io.plateflow.ingest;

import io.plateflow.contracts.Capture.TimeSource;
import io.plateflow.contracts.CaptureFlag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a photo was taken: what the request says, else the clock of the camera that sent it by itself, else EXIF (GPS, else the clock with its offset, else the clock in the
 * site's time zone), else the time of arrival.
 *
 * <p>A camera's clock that is impossibly ahead is passed over like one that is missing; only a time that the sender
 * chose is refused for it.
 */
final class TimeRule {
    private static final Duration NORMAL_AHEAD = Duration.ofMinutes(5);
    private static final Duration MOST_AHEAD = Duration.ofHours(24);
    /** The ledger's retention. */
    private static final Duration LATE = Duration.ofDays(90);

    private TimeRule() {}

    /** @param capturedAt in whole microseconds, which is what the database keeps */
    record Found(Instant capturedAt, TimeSource source, Set<CaptureFlag> flags) {
        Found assumingTheZone() {
            Set<CaptureFlag> more = EnumSet.of(CaptureFlag.TIME_ZONE_ASSUMED);
            more.addAll(flags);
            return new Found(capturedAt, source, Set.copyOf(more));
        }
    }

    /** Empty when the request's time is more than PT24H ahead. */
    static Optional<Found> timeOf(
            @Nullable Instant request, @Nullable CameraTime camera, Exif exif, Instant receivedAt, ZoneId site) {
        if (request != null) {
            return usable(request, TimeSource.REQUEST, receivedAt);
        }
        Instant gps = exif.gpsTime();
        Instant withOffset = exif.clock() == null || exif.offset() == null
                ? null
                : exif.clock().toInstant(exif.offset());
        Instant local = exif.clock() == null ? null : exif.clock().atZone(site).toInstant();
        return usable(camera, receivedAt, site)
                .or(() -> usable(gps, TimeSource.EXIF_GPS, receivedAt))
                .or(() -> usable(withOffset, TimeSource.EXIF_OFFSET, receivedAt))
                .or(() -> usable(local, TimeSource.EXIF_LOCAL, receivedAt))
                .or(() -> usable(receivedAt, TimeSource.RECEIVED, receivedAt));
    }

    private static Optional<Found> usable(@Nullable CameraTime camera, Instant receivedAt, ZoneId site) {
        if (camera == null) {
            return Optional.empty();
        }
        return usable(camera.in(site), TimeSource.REQUEST, receivedAt)
                .map(found -> camera.local() == null ? found : found.assumingTheZone());
    }

    private static Optional<Found> usable(@Nullable Instant time, TimeSource source, Instant receivedAt) {
        if (time == null || !time.isAfter(Instant.EPOCH) || time.isAfter(receivedAt.plus(MOST_AHEAD))) {
            return Optional.empty();
        }
        Set<CaptureFlag> flags = EnumSet.noneOf(CaptureFlag.class);
        if (time.isAfter(receivedAt.plus(NORMAL_AHEAD))) {
            flags.add(CaptureFlag.CLOCK_AHEAD);
        }
        if (time.isBefore(receivedAt.minus(LATE))) {
            flags.add(CaptureFlag.LATE);
        }
        if (source == TimeSource.EXIF_LOCAL) {
            flags.add(CaptureFlag.TIME_ZONE_ASSUMED);
        }
        if (source == TimeSource.RECEIVED) {
            flags.add(CaptureFlag.TIME_ASSUMED);
        }
        return Optional.of(new Found(time.truncatedTo(ChronoUnit.MICROS), source, Set.copyOf(flags)));
    }
}
