package io.plateflow.stats.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A capture as it is answered; what is not known yet is absent.
 *
 * @param overdue no end in the time that one takes at most
 * @param needsReview read, and does not bill until a person confirms it
 * @param reason why it is unreadable or rejected
 * @param retrying a person asked for another attempt, whose end is not there yet
 * @param deletedAt when photo, plate and reading were deleted; place, time and outcome stay
 */
public record CaptureAnswer(
        UUID id,
        String status,
        boolean overdue,
        @Nullable PlateAnswer plate,
        boolean needsReview,
        @Nullable String reason,
        @Nullable PlaceAnswer place,
        @Nullable String zone,
        @Nullable Instant capturedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant readAt,
        @Nullable String cameraId,
        @Nullable String direction,
        @Nullable String source,
        @Nullable String declaredPlate,
        List<String> flags,
        int attempt,
        boolean retrying,
        @Nullable UUID stayId,
        @Nullable String stayState,
        @Nullable Amount amountSoFar,
        @Nullable Instant photoDeletedAt,
        @Nullable Instant deletedAt) {

    /**
     * The plate that was read, or that a person said it is.
     *
     * @param observed as read; null when nothing could be
     * @param effective as it bills; null when a person said that none can be read
     * @param confidence 0 to 1, of the reading
     * @param corrections highest number of a person's corrections; 0 without one
     */
    public record PlateAnswer(
            @Nullable String observed,
            @Nullable String effective,
            @Nullable Double confidence,
            JsonNode countries,
            JsonNode candidates,
            JsonNode quadrilateral,
            int corrections) {}
}
