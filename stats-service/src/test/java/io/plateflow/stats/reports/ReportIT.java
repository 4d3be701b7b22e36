package io.plateflow.stats.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A report is what plain SQL finds, whatever it is by; and it says what one must know to trust it. */
class ReportIT extends RunningService {
    private static final ZoneId SITE = ZoneId.of("America/Argentina/Buenos_Aires");

    @Test
    void equalsPlainSqlByZoneDayAndTariff() throws Exception {
        List<Story> stories = IntStream.range(0, 9)
                .mapToObj(i -> Story.of("RP" + (100 + i / 2) + "AA", Duration.ofHours(7L * i + 2)))
                .toList();
        for (Story story : stories) {
            Story.send(TestKafka.bootstrap(), story.open());
            Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(Duration.ofMinutes(61))));
        }
        for (Story story : stories) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ask("/v1/charges/" + story.chargeId()).statusCode() == 200);
            awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
            awaitJson("/v1/stays/" + story.stayId(), "/state", "CLOSED");
        }
        accepted(
                "/v1/charges/" + stories.get(1).chargeId() + "/settlements",
                "{\"amount\":\"400.00\",\"method\":\"cash\"}");
        awaitJson("/v1/charges/" + stories.get(1).chargeId(), "/paid/amount", "400.00");
        Story.send(TestKafka.bootstrap(), stories.get(4).voided(1, "voided"));
        awaitJson("/v1/charges/" + stories.get(4).chargeId(), "/state", "VOIDED");
        awaitAllInRows();
        LocalDate today = LocalDate.now(SITE);
        String since = "'" + Columns.utc(today.minusDays(10).atStartOfDay(SITE).toInstant()) + "'";
        String period = today.minusDays(10) + ".." + today;

        for (String by : List.of("zone", "day", "tariff")) {
            for (String basis : List.of("service", "posted")) {
                JsonNode report = json("/v1/reports/" + period + "?by=" + by + "&basis=" + basis);
                JsonNode total = report.at("/total");
                assertThat(total.at("/captures").asLong())
                        .isEqualTo(one("SELECT COUNT(*) FROM patente WHERE fecha_hora >= " + since)
                                .longValueExact());
                assertThat(total.at("/plates").asLong())
                        .isEqualTo(one("SELECT COUNT(DISTINCT patente) FROM patente WHERE fecha_hora >= " + since)
                                .longValueExact());
                assertThat(money(total, "net"))
                        .isEqualByComparingTo(
                                one("SELECT SUM(amount) FROM charge WHERE voided_at IS NULL AND to_at >= " + since));
                assertThat(money(total, "issued"))
                        .isEqualByComparingTo(one("SELECT SUM(amount) FROM charge WHERE to_at >= " + since));
                assertThat(money(total, "paid"))
                        .isEqualByComparingTo(one("SELECT SUM(amount) FROM settlement WHERE settled_at >= " + since));
                assertThat(money(total, "balance"))
                        .isEqualByComparingTo(money(total, "net").subtract(money(total, "paid")));
                BigDecimal rows = report.at("/rows")
                        .valueStream()
                        .map(row -> money(row, "net"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(rows).as("%s %s", by, basis).isEqualByComparingTo(money(total, "net"));
                assertThat(report.at("/timeZone").asString()).isEqualTo(SITE.getId());
                assertThat(report.has("dataAt")).isTrue();
            }
        }
        JsonNode days = json("/v1/reports/" + period + "?by=day").at("/rows");
        for (JsonNode day : days) {
            assertThat(money(day, "net"))
                    .as(day.at("/name").asString())
                    .isEqualByComparingTo(jdbc.sql(
                                    "SELECT COALESCE(SUM(amount), 0) FROM charge WHERE voided_at IS NULL AND service_day = ?")
                            .param(day.at("/name").asString())
                            .query(BigDecimal.class)
                            .single());
        }
        assertThat(refusal(ask("/v1/reports/yesterday?by=plate&basis=cash")))
                .isEqualTo("422 basis_unknown by_unknown period_malformed");
    }

    private BigDecimal one(String sql) {
        return jdbc.sql(sql).query(BigDecimal.class).single();
    }

    private static BigDecimal money(JsonNode row, String what) {
        return new BigDecimal(row.at("/" + what + "/0/amount").asString("0"));
    }
}
