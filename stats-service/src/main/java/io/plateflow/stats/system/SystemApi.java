package io.plateflow.stats.system;

import io.plateflow.stats.cameras.CameraWatch;
import io.plateflow.stats.cameras.Standing;
import io.plateflow.stats.query.Freshness;
import io.plateflow.stats.query.WorkInHand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the pipeline is doing. */
@RestController
class SystemApi {
    private final WorkInHand work;
    private final Arrivals arrivals;
    private final Freshness freshness;
    private final Stored stored;
    private final CameraWatch cameras;

    SystemApi(WorkInHand work, Arrivals arrivals, Freshness freshness, Stored stored, CameraWatch cameras) {
        this.work = work;
        this.arrivals = arrivals;
        this.freshness = freshness;
        this.stored = stored;
        this.cameras = cameras;
    }

    /** The capture that has waited longest for its end. */
    record Oldest(UUID id, Instant receivedAt, long ageSeconds) {}

    /** A camera of which nothing was heard for longer than its record expects. */
    record Silent(String camera, String name, Instant since) {}

    /** A camera whose clock is wrong; above zero it is behind. */
    record ClockOff(String camera, String name, long skewSeconds) {}

    /** The figures as they are answered; {@code lag} counts records that MySQL has not yet, by topic. */
    record Answer(
            long pending,
            long toReview,
            long overdue,
            long rejected,
            @Nullable Oldest oldestPending,
            Map<String, Long> lag,
            @Nullable Instant lastReceivedAt,
            Stored.Answer stored,
            List<Silent> silentCameras,
            List<ClockOff> clocksOff,
            Instant dataAt) {}

    @GetMapping("/v1/system")
    Answer system() {
        WorkInHand.Counts counts = work.of(null);
        Instant now = Instant.now();
        Oldest oldest = arrivals.oldestPending()
                .map(p ->
                        new Oldest(p.id(), p.at(), Duration.between(p.at(), now).toSeconds()))
                .orElse(null);
        return new Answer(
                counts.pending(),
                counts.toReview(),
                counts.overdue(),
                counts.rejected(),
                oldest,
                freshness.lag(),
                arrivals.last().orElse(null),
                stored.answer(),
                silent(),
                clocksOff(),
                freshness.dataAt());
    }

    private List<Silent> silent() {
        List<Silent> silent = new ArrayList<>();
        for (Standing camera : cameras.silent()) {
            Instant since = camera.silentSince();
            if (since != null) {
                silent.add(new Silent(camera.camera(), camera.name(), since));
            }
        }
        return silent;
    }

    private List<ClockOff> clocksOff() {
        List<ClockOff> off = new ArrayList<>();
        for (Standing camera : cameras.clocksOff()) {
            Duration skew = camera.skew();
            if (skew != null) {
                off.add(new ClockOff(camera.camera(), camera.name(), skew.toSeconds()));
            }
        }
        return off;
    }
}
