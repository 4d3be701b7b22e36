package io.plateflow.stats.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the aggregates answer is what plain SQL finds in the rows. */
class SeriesIT extends RunningService {
    private static final ZoneId SITE = ZoneId.of("America/Argentina/Buenos_Aires");

    @Test
    void answersWhatTheRowsSay() throws Exception {
        List<Story> stories = IntStream.range(0, 12)
                .mapToObj(i -> Story.of("SR" + (100 + i / 3) + "AA", Duration.ofHours(5L * i + 2)))
                .toList();
        for (Story story : stories) {
            Story.send(TestKafka.bootstrap(), story.open());
            Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(Duration.ofMinutes(61))));
        }
        Story voided = stories.get(5);
        Story.send(TestKafka.bootstrap(), voided.voided(1, "voided"));
        awaitJson("/v1/charges/" + voided.chargeId(), "/state", "VOIDED");
        for (Story story : stories) {
            awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ask("/v1/charges/" + story.chargeId()).statusCode() == 200);
        }

        awaitAllInRows();
        assertThat(byDay("captures", "/count"))
                .isEqualTo(
                        rows(
                                "SELECT CONVERT_TZ(captured_at, '+00:00', '-03:00'), 1 FROM capture WHERE received_at IS NOT NULL"));
        assertThat(byDay("read", "/count"))
                .isEqualTo(
                        rows(
                                "SELECT CONVERT_TZ(captured_at, '+00:00', '-03:00'), 1 FROM capture WHERE received_at IS NOT NULL AND status = 'READ'"));
        assertThat(byDay("charged", "/amounts/0/amount"))
                .isEqualTo(rows(
                        "SELECT CONVERT_TZ(to_at, '+00:00', '-03:00'), amount FROM charge WHERE voided_at IS NULL"));
        assertThat(byDay("issued", "/count"))
                .isEqualTo(rows("SELECT CONVERT_TZ(to_at, '+00:00', '-03:00'), 1 FROM charge WHERE voided_at IS NULL"));
        assertThat(byDay("posted", "/amounts/0/amount")).isEqualTo(rows("""
                        SELECT CONVERT_TZ(posted_at, '+00:00', '-03:00'), amount FROM charge
                        UNION ALL SELECT CONVERT_TZ(voided_at, '+00:00', '-03:00'), -amount FROM charge WHERE voided_at IS NOT NULL
                        """));
        JsonNode hours = json("/v1/stats/timeseries?measure=captures&bucket=hour&tz=UTC&zone=" + Story.ZONE);
        assertThat(hours.at("/points").size()).isEqualTo(30);
        assertThat(hours.at("/points/29/start").asString()).endsWith("Z");

        JsonNode plates = json("/v1/stats/top?of=plates&limit=2").at("/items");
        assertThat(plates.size()).isEqualTo(2);
        assertThat(plates.at("/0/captures").asInt())
                .isGreaterThanOrEqualTo(plates.at("/1/captures").asInt())
                .isGreaterThanOrEqualTo(3);
        String from =
                LocalDate.now(SITE).minusDays(7).atStartOfDay(SITE).toInstant().toString();
        BigDecimal revenue = json("/v1/stats/revenue?by=zone&from=" + from)
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/name").asString().equals(Story.ZONE))
                .map(item -> new BigDecimal(item.at("/amount/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(revenue)
                .isEqualByComparingTo(
                        jdbc.sql("SELECT SUM(amount) FROM charge WHERE voided_at IS NULL AND zone = ? AND to_at >= ?")
                                .params(Story.ZONE, Columns.utc(Instant.parse(from)))
                                .query(BigDecimal.class)
                                .single());
        assertThat(names("/v1/stats/revenue?by=tariff", "/name")).contains("original@1");
        assertThat(names("/v1/stats/cameras", "/camera")).contains("north");
    }

    @Test
    void namesEveryFault() throws Exception {
        assertThat(refusal(ask("/v1/stats/timeseries?measure=speed&bucket=year&tz=Mars&from=now")))
                .isEqualTo("422 bucket_unknown from_malformed measure_unknown tz_unknown");
        assertThat(refusal(ask("/v1/stats/timeseries?measure=read&bucket=hour&from=2000-01-01T00:00:00Z")))
                .isEqualTo("422 range_too_long");
        assertThat(refusal(ask("/v1/stats/top"))).isEqualTo("422 of_missing");
        assertThat(refusal(ask("/v1/stats/revenue?by=plate&limit=0"))).isEqualTo("422 by_unknown");
    }

    private List<String> names(String path, String name) throws Exception {
        return json(path)
                .at("/items")
                .valueStream()
                .map(item -> item.at(name).asString())
                .toList();
    }

    private Map<LocalDate, BigDecimal> byDay(String measure, String value) throws Exception {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        String from =
                LocalDate.now(SITE).minusDays(7).atStartOfDay(SITE).toInstant().toString();
        json("/v1/stats/timeseries?measure=" + measure + "&bucket=day&from=" + from)
                .at("/points")
                .forEach(point -> days.put(
                        LocalDate.parse(point.at("/start").asString().substring(0, 10)),
                        new BigDecimal(point.at(value).asString("0"))));
        return nonZero(days);
    }

    /** Each row is a local time and a value. */
    private Map<LocalDate, BigDecimal> rows(String sql) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        jdbc.sql(sql)
                .query((row, n) -> days.merge(
                        LocalDate.parse(row.getString(1).substring(0, 10)), row.getBigDecimal(2), BigDecimal::add))
                .list();
        days.keySet().removeIf(day -> day.isBefore(LocalDate.now(SITE).minusDays(7)));
        return nonZero(days);
    }

    private static Map<LocalDate, BigDecimal> nonZero(Map<LocalDate, BigDecimal> days) {
        days.values().removeIf(value -> value.signum() == 0);
        days.replaceAll((day, value) -> value.setScale(2));
        return days;
    }
}
