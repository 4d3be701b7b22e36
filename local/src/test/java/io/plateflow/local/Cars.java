package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.client.Posted;
import io.plateflow.local.samples.DrawnPhotos;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Photos of cars that come to one place and leave it.
 *
 * @param since what minutes are counted from
 * @param latitude of the place, in degrees; two places are no neighbours from 0.01 on
 */
record Cars(Instant since, String latitude) {

    UUID enter(WholeSystem system, String plate, int minute) {
        return post(system, plate, "ENTRY", minute);
    }

    UUID leave(WholeSystem system, String plate, int minute) {
        return post(system, plate, "EXIT", minute);
    }

    void stay(WholeSystem system, String plate, int from, int to) {
        enter(system, plate, from);
        leave(system, plate, to);
    }

    private UUID post(WholeSystem system, String plate, String direction, int minute) {
        Posted posted = system.client.post(
                DrawnPhotos.of(plate, minute),
                "image/jpeg",
                Map.of(
                        "latitude",
                        latitude,
                        "longitude",
                        "-58.38158",
                        "direction",
                        direction,
                        "capturedAt",
                        since.plus(Duration.ofMinutes(minute)).toString()));
        assertThat(posted).isInstanceOf(Posted.Accepted.class);
        return ((Posted.Accepted) posted).id();
    }
}
