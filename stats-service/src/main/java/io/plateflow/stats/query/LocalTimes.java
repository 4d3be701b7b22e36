package io.plateflow.stats.query;

import io.plateflow.stats.StatsProperties;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times as the site's clocks show them. */
@Component
public class LocalTimes {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ZoneId timeZone;

    LocalTimes(StatsProperties properties) {
        this.timeZone = properties.timeZone();
    }

    public @Nullable String of(@Nullable Instant instant) {
        return instant == null
                ? null
                : FORMAT.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(timeZone));
    }
}
