package io.plateflow.stats.query;

import io.plateflow.domain.place.Box;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The zones that a box on the map reaches into, of those with captures: each zone's captures are kept in order of time. */
@Component
class ZonesOfBox {
    /** A box over more than these holds so large a part of all captures that its newest are soon found among all. */
    static final int MOST = 64;

    private final JdbcClient jdbc;
    private final ZoneReach reach;

    ZonesOfBox(JdbcClient jdbc, ZoneReach reach) {
        this.jdbc = jdbc;
        this.reach = reach;
    }

    /** Empty when there are more than {@value #MOST}. */
    Optional<List<String>> ask(Box box) {
        List<String> zones =
                jdbc.sql("SELECT DISTINCT zone FROM capture WHERE zone IS NOT NULL").query(String.class).list().stream()
                        .filter(reach.into(box))
                        .limit(MOST + 1)
                        .toList();
        return zones.size() > MOST ? Optional.empty() : Optional.of(zones);
    }
}
