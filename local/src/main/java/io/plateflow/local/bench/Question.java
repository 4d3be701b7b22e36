package io.plateflow.local.bench;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Something that analysts ask.
 *
 * @param path the {@code n}th way to ask it, so that no answer is just the last one again
 * @param limit for 99 of a hundred answers
 */
record Question(String name, Duration limit, IntFunction<String> path) {
    private static final Duration FAST = Duration.ofMillis(100);
    /** For distinct plates and places of a range of at most 31 days. */
    private static final Duration DISTINCT = Duration.ofMillis(500);

    private static final int STEP = 7_919;

    static List<Question> all() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return List.of(
                new Question("summary", FAST, n -> "/v1/stats/summary"),
                new Question("newest captures", FAST, n -> "/v1/captures?limit=50"),
                new Question("plate, exact", FAST, n -> "/v1/captures?plate=" + plate(n)),
                new Question("plate, prefix", FAST, n -> captures("prefix", plate(n).substring(0, 4))),
                new Question("plate, wildcard", FAST, n -> captures("wildcard", plate(n).substring(0, 3) + "?*")),
                new Question("plate, fuzzy", FAST, n -> captures("fuzzy", plate(n))),
                new Question("captures of a zone and day", FAST, n -> "/v1/captures?zone=" + zone(n) + day(today, n)),
                new Question("captures of a box on the map", FAST, n -> "/v1/captures?bbox=" + box(n)),
                new Question("charges of a plate", FAST, n -> "/v1/charges?plate=" + plate(n)),
                new Question("charges by amount", FAST, n -> "/v1/charges?minAmount=4000" + day(today, n)),
                new Question("money by day", FAST, n -> series("charged", "day", today, 30)),
                new Question("captures by hour", FAST, n -> series("captures", "hour", today, 7)),
                new Question("report of 31 days by zone", DISTINCT, n -> report("zone", today, n)),
                new Question("report of 31 days by day", DISTINCT, n -> report("day", today, n)));
    }

    /** The page asks for its days too, whatever it is by: they are its chart. */
    private static String report(String by, LocalDate today, int n) {
        return "/v1/reports/%s..%s?by=%s".formatted(today.minusDays(31 + n % 20), today.minusDays(1 + n % 20), by);
    }

    private static String plate(int n) {
        return History.plate(n * STEP % 200_000).text();
    }

    private static String captures(String match, String plate) {
        return "/v1/captures?match=%s&plate=%s".formatted(match, plate.replace("?", "%3F"));
    }

    private static String zone(int n) {
        return Zones.zoneOf(History.place(n % 400));
    }

    private static String box(int n) {
        Coordinates place = History.place(n % 400);
        return "%.3f,%.3f,%.3f,%.3f"
                .formatted(
                        place.longitude() - 0.005,
                        place.latitude() - 0.005,
                        place.longitude() + 0.005,
                        place.latitude() + 0.005);
    }

    private static String day(LocalDate today, int n) {
        LocalDate day = today.minusDays(2 + n % 50);
        return "&from=%sT00:00:00Z&to=%sT00:00:00Z".formatted(day, day.plusDays(1));
    }

    private static String series(String measure, String bucket, LocalDate today, int days) {
        return "/v1/stats/timeseries?measure=%s&bucket=%s&from=%sT00:00:00Z&to=%sT00:00:00Z"
                .formatted(measure, bucket, today.minusDays(days), today);
    }
}
