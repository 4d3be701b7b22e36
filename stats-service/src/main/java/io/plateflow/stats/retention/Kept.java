package io.plateflow.stats.retention;

import io.plateflow.domain.place.Zone;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long things are kept: as the newest version of their zone says, else as set. */
@Component
class Kept {
    private final Editions editions;
    private final StatsProperties.Retention usual;

    Kept(Editions editions, StatsProperties properties) {
        this.editions = editions;
        this.usual = properties.retention();
    }

    Duration photos(String zone) {
        return photos(published(zone));
    }

    /** Never shorter than photos: a photo needs its capture. */
    Duration captures(String zone) {
        Optional<Zone> published = published(zone);
        Duration captures = published.map(Zone::capturesKept).orElse(usual.captures());
        Duration photos = photos(published);
        return captures.compareTo(photos) < 0 ? photos : captures;
    }

    private Duration photos(Optional<Zone> zone) {
        return zone.map(Zone::photosKept).orElse(usual.photos());
    }

    private Optional<Zone> published(String zone) {
        return editions.newest(Kind.ZONE, zone).map(Edition::body);
    }
}
