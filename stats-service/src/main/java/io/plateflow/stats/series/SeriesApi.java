package io.plateflow.stats.series;

import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.Parameters;
import io.plateflow.stats.query.Refusals;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A measure step by step; steps without anything are there too, with zero. */
@RestController
class SeriesApi {
    private static final Set<String> COUNTS = Set.of("captures", "read", "unreadable", "rejected", "issued");
    private static final Set<String> MEASURES =
            Set.of("captures", "read", "unreadable", "rejected", "issued", "charged", "posted", "paid");
    private static final int MOST_POINTS = 10_000;
    private static final int DEFAULT_POINTS = 30;

    private final Quarters quarters;
    private final StatsProperties properties;

    SeriesApi(Quarters quarters, StatsProperties properties) {
        this.quarters = quarters;
        this.properties = properties;
    }

    /**
     * One step.
     *
     * @param start when it begins, with the offset that held then
     * @param count of a measure that counts
     * @param amounts of one of money, by currency
     */
    record Point(
            String start, @Nullable Long count, @Nullable List<Amount> amounts) {}

    /** The whole answer. */
    record Series(
            String measure,
            String bucket,
            String timeZone,
            @Nullable String zone,
            String from,
            String to,
            List<Point> points) {}

    @GetMapping("/v1/stats/timeseries")
    Series ask(@RequestParam Map<String, String> sent) {
        Parameters parameters = new Parameters(sent);
        String measure = parameters.required("measure", MEASURES);
        String word = parameters.oneOf("bucket", Set.of("hour", "day", "week", "month"));
        Bucket bucket = word == null ? Bucket.DAY : Bucket.valueOf(word.toUpperCase(Locale.ROOT));
        ZoneId timeZone = parameters.timeZone("tz", properties.timeZone());
        Instant to = parameters.instant("to");
        Instant from = parameters.instant("from");
        String zone = parameters.text("zone", 64);
        parameters.refuseFaults();
        ZonedDateTime end = (to == null ? Instant.now() : to).atZone(timeZone);
        ZonedDateTime begin = from == null ? back(bucket, end) : bucket.begin(from.atZone(timeZone));
        List<ZonedDateTime> steps = steps(bucket, begin, end);
        Map<Instant, Quarters.Sum> sums = quarters.ask(measure, begin.toInstant(), end.toInstant(), zone).stream()
                .collect(Quarters.inSteps(bucket, timeZone));
        List<Point> points = steps.stream()
                .map(step -> point(measure, step, sums.get(step.toInstant())))
                .toList();
        return new Series(
                measure,
                bucket.name().toLowerCase(Locale.ROOT),
                timeZone.getId(),
                zone,
                text(begin),
                text(end),
                points);
    }

    private Point point(String measure, ZonedDateTime step, Quarters.@Nullable Sum sum) {
        Quarters.Sum all = sum == null ? Quarters.Sum.NOTHING : sum;
        return COUNTS.contains(measure)
                ? new Point(text(step), all.count(), null)
                : new Point(text(step), null, all.amounts(properties.currency()));
    }

    private static ZonedDateTime back(Bucket bucket, ZonedDateTime end) {
        ZonedDateTime begin = bucket.begin(end);
        for (int i = 1; i < DEFAULT_POINTS; i++) {
            begin = bucket.begin(begin.minusSeconds(1));
        }
        return begin;
    }

    private static List<ZonedDateTime> steps(Bucket bucket, ZonedDateTime begin, ZonedDateTime end) {
        List<ZonedDateTime> steps = new ArrayList<>();
        for (ZonedDateTime at = begin; at.isBefore(end); at = bucket.next(at)) {
            steps.add(at);
            if (steps.size() > MOST_POINTS) {
                throw Refusals.invalid(List.of(new Refusals.Fault(
                        "range_too_long", "from", "a series has at most 10,000 points: take larger steps")));
            }
        }
        return steps;
    }

    private static String text(ZonedDateTime at) {
        return at.toOffsetDateTime().toString();
    }
}
