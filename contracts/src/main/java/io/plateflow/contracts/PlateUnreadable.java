package io.plateflow.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The photo is sound, but no plate in it can be read.
 *
 * @param captureId whose end this is
 * @param attempt of the capture
 * @param at when it was decided
 * @param capture what was known of the photo
 * @param reason {@code no-plate-found}, {@code too-small} or {@code low-confidence}
 * @param candidates what it may say, best first
 * @param engine name and version of what tried
 * @param millis milliseconds by step
 */
public record PlateUnreadable(
        UUID captureId,
        int attempt,
        Instant at,
        Capture capture,
        String reason,
        List<PlateRead.Candidate> candidates,
        String engine,
        Map<String, Double> millis)
        implements Reading {
    public static final String TYPE = "plate.unreadable";

    public PlateUnreadable {
        candidates = List.copyOf(candidates);
        millis = Map.copyOf(millis);
    }
}
