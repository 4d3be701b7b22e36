package io.plateflow.stats.cameras;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.contracts.ApiKey;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.keys.KeyJson;
import io.plateflow.stats.signals.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Every camera that has a record or ever sent a photo, and how it is. */
@RestController
class CameraApi {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST = 1_000;

    private final Cameras cameras;
    private final JdbcClient jdbc;

    CameraApi(Cameras cameras, JdbcClient jdbc) {
        this.cameras = cameras;
        this.jdbc = jdbc;
    }

    /**
     * A camera and its latest photo.
     *
     * @param sentAs what captures call it
     * @param secondsSilent since its latest photo was received
     * @param silent longer than its record expects
     * @param clockSkewSeconds above zero its clock is behind
     * @param clockOff whether that is too much
     */
    record Camera(
            String camera,
            String sentAs,
            @Nullable ObjectNode record,
            @Nullable String zone,
            @Nullable UUID lastCaptureId,
            @Nullable Instant lastCapturedAt,
            @Nullable Instant lastReceivedAt,
            @Nullable Long secondsSilent,
            long capturesInDay,
            boolean silent,
            @Nullable Long clockSkewSeconds,
            boolean clockOff) {}

    record All(List<Camera> items) {}

    @GetMapping("/v1/cameras")
    All cameras() {
        Instant now = Instant.now();
        List<Standing> some = cameras.all().stream().limit(MOST).toList();
        Map<String, Long> inDay = inDay(some.stream().map(Standing::sentAs).toList(), now.minus(DAY));
        return new All(some.stream()
                .map(one -> camera(one, inDay.getOrDefault(one.sentAs(), 0L), now))
                .toList());
    }

    /** The database reads a day of the index for each. */
    private Map<String, Long> inDay(List<String> names, Instant since) {
        Map<String, Long> counts = new HashMap<>();
        if (!names.isEmpty()) {
            jdbc.sql("""
                    SELECT camera_id, COUNT(*) AS captures FROM capture
                    WHERE camera_id IN (:cameras) AND captured_at >= :since GROUP BY camera_id
                    """)
                    .param("cameras", names)
                    .param("since", utc(since))
                    .query((row, n) -> counts.put(row.getString("camera_id"), row.getLong("captures")))
                    .list();
        }
        return counts;
    }

    private static Camera camera(Standing one, long inDay, Instant now) {
        Signal signal = one.signal();
        Edition<ApiKey> record = one.record();
        Duration skew = one.skew();
        return new Camera(
                one.camera(),
                one.sentAs(),
                record == null ? null : KeyJson.of(record),
                signal == null ? null : signal.zone(),
                signal == null ? null : signal.captureId(),
                signal == null ? null : signal.capturedAt(),
                signal == null ? null : signal.receivedAt(),
                signal == null
                        ? null
                        : Math.max(0, Duration.between(signal.receivedAt(), now).toSeconds()),
                inDay,
                one.silentSince() != null,
                skew == null ? null : skew.toSeconds(),
                one.isClockOff());
    }
}
