package io.plateflow.stats.query;

import io.plateflow.stats.StatsProperties;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plates, places, money. */
@Component
public class Summary {
    private final FiguresOfAll all;
    private final FiguresOfZone ofZone;
    private final WorkInHand work;
    private final Freshness freshness;
    private final StatsProperties properties;

    Summary(FiguresOfAll all, FiguresOfZone ofZone, WorkInHand work, Freshness freshness, StatsProperties properties) {
        this.all = all;
        this.ofZone = ofZone;
        this.work = work;
        this.freshness = freshness;
        this.properties = properties;
    }

    /** {@code zone} null is all zones. */
    public SummaryAnswer ask(@Nullable String zone) {
        LocalDate day = LocalDate.now(properties.timeZone());
        Figures ever = zone == null ? all.on(FiguresOfAll.ALL_TIME) : ofZone.of(zone, null);
        Figures today = zone == null ? all.on(day) : ofZone.of(zone, day);
        WorkInHand.Counts counts = work.of(zone);
        return new SummaryAnswer(
                ever.captures(),
                ever.plates(),
                ever.locations(),
                counts.openStays(),
                counts.activeZones(),
                counts.pending(),
                counts.toReview(),
                ever.charged(),
                ever.paid(),
                new SummaryAnswer.Today(
                        today.captures(), today.plates(), today.locations(), today.charged(), today.paid()),
                freshness.dataAt());
    }
}
