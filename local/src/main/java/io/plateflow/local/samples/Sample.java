package io.plateflow.local.samples;

import static io.plateflow.domain.stay.Direction.ENTRY;
import static io.plateflow.domain.stay.Direction.EXIT;
import static io.plateflow.domain.stay.Direction.SIGHTING;
import static io.plateflow.local.samples.Spot.BANDERA;
import static io.plateflow.local.samples.Spot.CORRIENTES;
import static io.plateflow.local.samples.Spot.SAN_MARTIN;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.plateflow.domain.stay.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * One passing of a car before a camera.
 *
 * @param car its plate, and what it looks like
 * @param age how long before the demonstration
 */
record Sample(Vehicle car, Spot spot, Direction direction, Duration age) {
    private static final ZoneId SITE = ZoneId.of("America/Argentina/Buenos_Aires");

    /** Oldest first; the first one at each spot is checked out. */
    static final List<Sample> EARLIER = List.of(
            earlier("AC917FW", CORRIENTES, ENTRY, "PT26H"),
            earlier("GHT871", SAN_MARTIN, ENTRY, "PT19H20M"),
            earlier("MNP406", BANDERA, SIGHTING, "PT13H5M"),
            earlier("AE305QT", CORRIENTES, ENTRY, "PT9H40M"),
            earlier("PBV038", BANDERA, ENTRY, "PT6H30M"),
            earlier("AB482KD", SAN_MARTIN, SIGHTING, "PT4H45M"),
            earlier("DRC753", CORRIENTES, SIGHTING, "PT3H10M"),
            earlier("AF664RS", SAN_MARTIN, ENTRY, "PT2H20M"),
            earlier("AD120XZ", BANDERA, ENTRY, "PT1H35M"),
            earlier("KWE146", CORRIENTES, ENTRY, "PT50M"),
            earlier("AG259LH", SAN_MARTIN, SIGHTING, "PT25M"),
            earlier("JKL592", BANDERA, ENTRY, "PT10M"));

    /** One every few seconds while somebody watches; two of the earlier cars leave. */
    static final List<Sample> LIVE = List.of(
            now("AB730MV", CORRIENTES, ENTRY),
            now("FXS284", BANDERA, SIGHTING),
            now("AE305QT", CORRIENTES, EXIT),
            now("AC048BN", SAN_MARTIN, ENTRY),
            now("NJU617", CORRIENTES, SIGHTING),
            now("AG391CP", BANDERA, ENTRY),
            now("LZA950", SAN_MARTIN, ENTRY),
            now("AD562HY", CORRIENTES, SIGHTING),
            now("AF664RS", SAN_MARTIN, EXIT),
            now("OBK329", BANDERA, ENTRY),
            now("AE187WG", CORRIENTES, ENTRY),
            now("HQM745", SAN_MARTIN, SIGHTING));

    /** The instant of the photo, to the second, at the site's wall clock. */
    OffsetDateTime takenAt(Instant now) {
        return now.minus(age).truncatedTo(ChronoUnit.SECONDS).atZone(SITE).toOffsetDateTime();
    }

    /** The photo, in the light of its hour. */
    byte[] photo(Instant now) {
        OffsetDateTime at = takenAt(now);
        return SamplePhoto.jpeg(car, Daylight.at(at.toLocalTime()), spot.street, at.toEpochSecond());
    }

    /** What the gateway is told about it. */
    Map<String, String> fields(Instant now) {
        return Map.of(
                "latitude", Double.toString(spot.place().latitude()),
                "longitude", Double.toString(spot.place().longitude()),
                "url", spot.place().mapsLink(),
                "cameraId", spot.camera,
                "direction", direction.name(),
                "capturedAt", ISO_OFFSET_DATE_TIME.format(takenAt(now)),
                "source", "demo");
    }

    private static Sample earlier(String plate, Spot spot, Direction direction, String age) {
        return new Sample(Vehicle.of(plate), spot, direction, Duration.parse(age));
    }

    private static Sample now(String plate, Spot spot, Direction direction) {
        return new Sample(Vehicle.of(plate), spot, direction, Duration.ZERO);
    }
}
