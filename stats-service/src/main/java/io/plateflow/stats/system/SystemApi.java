package io.plateflow.stats.system;

import io.plateflow.stats.query.Freshness;
import io.plateflow.stats.query.WorkInHand;
import java.time.Duration;
import java.time.Instant;
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

    SystemApi(WorkInHand work, Arrivals arrivals, Freshness freshness, Stored stored) {
        this.work = work;
        this.arrivals = arrivals;
        this.freshness = freshness;
        this.stored = stored;
    }

    /** The capture that has waited longest for its end. */
    record Oldest(UUID id, Instant receivedAt, long ageSeconds) {}

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
                freshness.dataAt());
    }
}
