package io.plateflow.domain.place;

import io.plateflow.domain.stay.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Which zone a place belongs to: the one function that billing and statistics share. */
public final class Zones {
    /** What the id of a zone that nobody configured begins with. */
    public static final String AUTOMATIC = "auto:";

    /** From publication until a version counts: within it, every reader has the version. */
    public static final Duration ACTIVATION_DELAY = Duration.ofSeconds(10);

    private static final int AUTOMATIC_LENGTH = 5;
    private static final BinaryOperator<Zone> NEWER = BinaryOperator.maxBy(Comparator.comparingInt(Zone::version));
    private static final Comparator<Zone> SMALLEST =
            Comparator.<Zone>comparingDouble(z -> z.shape().areaSquareMeters()).thenComparing(Zone::id);

    private Zones() {}

    /**
     * The zone of a capture received at {@code receivedAt}: the smallest of those that contain its place, by id when
     * equal; where there is none, the automatic zone of the place.
     *
     * @param accuracyMeters how far off the place may be; null when nobody said
     * @param versions all versions of all zones, in any order
     */
    public static Placed place(
            Coordinates place, @Nullable Double accuracyMeters, Instant receivedAt, Collection<Zone> versions) {
        Collection<Zone> inForce = inForce(receivedAt, versions);
        boolean uncertain = accuracyMeters != null
                && inForce.stream().anyMatch(z -> z.shape().metersToBorder(place) < accuracyMeters);
        return inForce.stream()
                .filter(z -> z.shape().contains(place))
                .min(SMALLEST)
                .map(z -> new Placed(z.id(), z.rules(), uncertain))
                .orElseGet(() -> new Placed(zoneOf(place), Rules.AUTOMATIC, uncertain));
    }

    /**
     * The automatic zone of {@code place}: {@code auto:} and the geohash of five characters, about 4.9 km square. Two places
     * a step apart may be in two zones: no stay crosses that border, and it makes no place uncertain.
     */
    public static String zoneOf(Coordinates place) {
        return AUTOMATIC + Geohash.of(place, AUTOMATIC_LENGTH);
    }

    /**
     * Whether a capture of {@code zone} can lie in {@code box}.
     *
     * @param versions all versions of all zones, in any order; a zone that none is of may be anywhere
     */
    public static boolean reaches(String zone, Box box, Collection<Zone> versions) {
        if (zone.startsWith(AUTOMATIC)) {
            return Geohash.box(zone.substring(AUTOMATIC.length())).touches(box);
        }
        List<Zone> own = versions.stream().filter(z -> z.id().equals(zone)).toList();
        return own.isEmpty() || own.stream().anyMatch(z -> z.shape().box().touches(box));
    }

    private static Collection<Zone> inForce(Instant receivedAt, Collection<Zone> versions) {
        Instant published = receivedAt.minus(ACTIVATION_DELAY);
        Map<String, Zone> newest = new HashMap<>();
        versions.stream().filter(z -> !z.publishedAt().isAfter(published)).forEach(z -> newest.merge(z.id(), z, NEWER));
        return newest.values();
    }
}
