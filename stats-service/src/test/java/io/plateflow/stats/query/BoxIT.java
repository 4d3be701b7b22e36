package io.plateflow.stats.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.place.Box;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.storage.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Captures of a box on the map: the same ones as of all captures, zone by zone. */
class BoxIT extends RunningService {
    private static final int CAPTURES = 400;
    private static final double SOUTH = -52.0;
    private static final double WEST = -70.0;

    @BeforeEach
    void photographPatagonia() {
        SplittableRandom random = new SplittableRandom(11);
        for (int n = 0; n < CAPTURES; n++) {
            Coordinates place = new Coordinates(SOUTH + random.nextDouble(0.5), WEST + random.nextDouble(0.5));
            // Few seconds for many captures: pages end between captures of one moment.
            Instant at = Instant.parse("2001-01-01T00:00:00Z").plusSeconds(random.nextLong(40));
            jdbc.sql("""
                    INSERT INTO capture (id, captured_at, received_at, latitude, longitude, zone, status, location,
                      place_source, time_source, content_type, width, height, bytes, sha256, priority, flags, key_id)
                    VALUES (:id, :at, :at, :latitude, :longitude, :zone, 'UNREADABLE', '', 'REQUEST', 'REQUEST', 'image/jpeg',
                      1, 1, 1, '', 'LIVE', '', 'box')
                    """)
                    .param("id", Columns.bytes(new UUID(random.nextLong(), random.nextLong())))
                    .param("at", Columns.utc(at))
                    .param("latitude", place.latitude())
                    .param("longitude", place.longitude())
                    .param("zone", Zones.zoneOf(place))
                    .update();
        }
    }

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM capture WHERE key_id = 'box'").update();
    }

    @ParameterizedTest(name = "{0}° wide")
    @CsvSource({"0.01", "0.04", "0.1", "0.2", "0.5"})
    void pagesGoThroughAllOfABoxNewestFirst(double width) throws Exception {
        Box box = new Box(
                degrees(WEST + 0.1), degrees(SOUTH + 0.1), degrees(WEST + 0.1 + width), degrees(SOUTH + 0.1 + width));
        assertThat(listed(box)).isEqualTo(stored(box));
    }

    @Test
    void aBoxWhereNobodyTookAPhotoIsEmpty() throws Exception {
        assertThat(listed(new Box(WEST, SOUTH - 2, WEST + 1, SOUTH - 1))).isEmpty();
        assertThat(json("/v1/captures?total=true&bbox=-70,-54,-69,-53")
                        .at("/total/n")
                        .asInt())
                .isZero();
    }

    private static double degrees(double sum) {
        return Math.round(sum * 1_000) / 1_000.0;
    }

    private List<String> stored(Box box) {
        return jdbc.sql("""
                SELECT id FROM capture WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?
                ORDER BY captured_at DESC, id DESC
                """)
                .params(box.south(), box.north(), box.west(), box.east())
                .query((row, n) -> Columns.id(row, "id").toString())
                .list();
    }

    private List<String> listed(Box box) throws Exception {
        String question =
                "/v1/captures?limit=7&bbox=%s,%s,%s,%s".formatted(box.west(), box.south(), box.east(), box.north());
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = json(question + cursor);
            page.at("/items")
                    .valueStream()
                    .forEach(item -> ids.add(item.at("/id").asString()));
            cursor = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : null;
        }
        return ids;
    }
}
