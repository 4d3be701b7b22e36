package io.plateflow.stats.overdue;

import io.micrometer.core.instrument.MeterRegistry;
import io.plateflow.contracts.Capture;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.delivery.NotDelivered;
import io.plateflow.stats.query.Freshness;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lost captures → claimed → on their topic again, as the gateway put them there but for the trace. Their age is measured
 * at the moment up to which the rows hold everything: while they catch up, a capture whose end is on its way is not lost.
 */
@Component
class Republisher {
    private static final Logger LOG = LoggerFactory.getLogger(Republisher.class);
    private static final int MOST_TIMES = 3;
    /** Of one priority in one go: readers that stood still are not buried in copies. */
    private static final int MOST_AT_ONCE = 100;

    private final LostCaptures lost;
    private final Claims claims;
    private final Copies copies;
    private final Freshness freshness;
    private final StatsProperties properties;
    private final MeterRegistry meters;

    Republisher(
            LostCaptures lost,
            Claims claims,
            Copies copies,
            Freshness freshness,
            StatsProperties properties,
            MeterRegistry meters) {
        this.lost = lost;
        this.claims = claims;
        this.copies = copies;
        this.freshness = freshness;
        this.properties = properties;
        this.meters = meters;
    }

    /** A copy that the broker does not take counts as sent, and ends the round: an outage uses up few of them. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void republish() {
        Instant before = freshness.dataAt().minus(properties.overdueAfter());
        try {
            for (Capture.Priority priority : Capture.Priority.values()) {
                for (LostCaptures.Lost one : lost.ask(priority, before, MOST_TIMES, MOST_AT_ONCE)) {
                    if (claims.claim(one)) {
                        send(one.capture());
                    }
                }
            }
        } catch (NotDelivered e) {
            LOG.warn("overdue captures could not be sent again: {}", e.toString());
        }
    }

    private void send(Capture capture) throws NotDelivered {
        if (!copies.send(capture)) {
            LOG.error("capture {} has no end, and its photo is gone", capture.id());
            return;
        }
        meters.counter(
                        "plateflow.stats.republished",
                        "topic",
                        Copies.topicOf(capture).name())
                .increment();
        LOG.warn("capture {} had no end {} after it came in: sent again", capture.id(), properties.overdueAfter());
    }
}
