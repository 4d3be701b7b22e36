package io.plateflow.stats.cameras;

import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/**
 * Every camera that ever sent a photo. The database jumps from one camera to the next in {@code by_camera}, and reads a day of
 * that index for each: what it costs does not grow with the photos that are kept.
 */
@RestController
class CameraApi {
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;

    CameraApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A camera and its latest photo. */
    record Camera(
            String camera,
            @Nullable String zone,
            UUID lastCaptureId,
            Instant lastCapturedAt,
            Instant lastReceivedAt,
            long secondsSilent,
            long capturesInDay) {
        Camera with(long captures) {
            return new Camera(camera, zone, lastCaptureId, lastCapturedAt, lastReceivedAt, secondsSilent, captures);
        }
    }

    record Cameras(List<Camera> items) {}

    @GetMapping("/v1/cameras")
    Cameras cameras() {
        Instant now = Instant.now();
        List<Camera> latest = latest(now);
        Map<String, Long> inDay = inDay(latest.stream().map(Camera::camera).toList(), now.minus(DAY));
        return new Cameras(latest.stream()
                .map(camera -> camera.with(inDay.getOrDefault(camera.camera(), 0L)))
                .toList());
    }

    private List<Camera> latest(Instant now) {
        return jdbc.sql("""
                SELECT c.camera_id, c.id, c.zone, c.captured_at, c.received_at
                FROM (SELECT camera_id, MAX(captured_at) AS last FROM capture WHERE camera_id IS NOT NULL
                      GROUP BY camera_id) l
                JOIN capture c ON c.id = (
                  SELECT x.id FROM capture x WHERE x.camera_id = l.camera_id AND x.captured_at = l.last
                  ORDER BY x.id DESC LIMIT 1)
                ORDER BY c.received_at, c.camera_id LIMIT 1000
                """).query((row, n) -> camera(row, now)).list();
    }

    private Map<String, Long> inDay(List<String> cameras, Instant since) {
        Map<String, Long> counts = new HashMap<>();
        if (!cameras.isEmpty()) {
            jdbc.sql("""
                    SELECT camera_id, COUNT(*) AS captures FROM capture
                    WHERE camera_id IN (:cameras) AND captured_at >= :since GROUP BY camera_id
                    """)
                    .param("cameras", cameras)
                    .param("since", utc(since))
                    .query((row, n) -> counts.put(row.getString("camera_id"), row.getLong("captures")))
                    .list();
        }
        return counts;
    }

    private static Camera camera(ResultSet row, Instant now) throws SQLException {
        Instant received = instant(row, "received_at");
        return new Camera(
                row.getString("camera_id"),
                row.getString("zone"),
                id(row, "id"),
                instant(row, "captured_at"),
                received,
                Math.max(0, Duration.between(received, now).toSeconds()),
                0);
    }
}
