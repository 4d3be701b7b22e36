package io.plateflow.stats.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A closed month stays as it was closed, and what comes later is counted once, in the month that is open. */
@DirtiesContext
class ClosingIT extends RunningService {
    private static final ZoneId SITE = ZoneId.of("America/Argentina/Buenos_Aires");
    private final YearMonth now = YearMonth.now(SITE);

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void keepsAClosedMonthAndCountsWhatComesLaterInTheOpenOneOnce() throws Exception {
        YearMonth first = now.minusMonths(4);
        YearMonth second = first.plusMonths(1);
        Story kept = charged("MC111AA", in(first, 3));
        Story voidedLater = charged("MC222AA", in(first, 9));
        charged("MC333AA", in(second, 5));
        paid(kept, "400", in(first, 4));
        awaitAllInRows();

        JsonNode closed = closedBy("admin", first);
        assertThat(closed.at("/closedBy").asString()).isEqualTo("admin");
        assertThat(closed.at("/reports")).hasSize(6);
        List<String> before = sheets(first);
        for (JsonNode report : closed.at("/reports")) {
            String asked =
                    query(report.at("/by").asString(), report.at("/basis").asString());
            JsonNode served = json("/v1/reports/" + first + asked);
            byte[] csv = sheet(first, asked);
            assertThat(sha256(csv))
                    .isEqualTo(report.at("/sha256").asString())
                    .isEqualTo(served.at("/sha256").asString());
            assertThat(served.at("/closedBy").asString()).isEqualTo("admin");
            assertThat(served.at("/closedAt").asString())
                    .isEqualTo(closed.at("/closedAt").asString());
            assertThat(served.at("/timeZone").asString()).isEqualTo(SITE.getId());
            assertThat(served.has("dataAt") && served.has("inProcess") && served.has("toReview"))
                    .isTrue();
            Report read = Sheet.read(new String(csv, StandardCharsets.UTF_8));
            assertThat(Json.MAPPER.writeValueAsString(read.rows()))
                    .isEqualTo(served.at("/rows").toString());
        }
        assertThat(json("/v1/reports/" + second).at("/adjustments")).isEmpty();
        assertBothBasesAreTheLedger(first, second);

        // After closing: a void, a correction after payment, and a stay that was recorded late.
        voidNow(voidedLater);
        voidNow(kept);
        Story.send(TestKafka.bootstrap(), kept.charged(2, kept.seenAt().plus(Duration.ofMinutes(30))));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ask("/v1/charges/" + kept.chargeOf(2)).statusCode() == 200);
        charged("MC444AA", in(first, 20));
        awaitAllInRows();

        assertThat(sheets(first)).isEqualTo(before);
        JsonNode open = json("/v1/reports/" + second);
        JsonNode adjustment = open.at("/adjustments/0");
        assertThat(adjustment.at("/name").asString()).isEqualTo(first.toString());
        assertThat(adjustment.at("/captures").asInt()).isOne();
        assertThat(money(adjustment, "issued")).isEqualByComparingTo("1500");
        assertThat(money(adjustment, "voided")).isEqualByComparingTo("2000");
        assertThat(money(adjustment, "net")).isEqualByComparingTo("-500");
        assertThat(money(open.at("/total"), "net")).isEqualByComparingTo("500");
        assertBothBasesAreTheLedger(first, second);

        // Closed in its turn, the open month carries the adjustment for good, and the next one does not repeat it.
        closedBy("admin", second);
        assertThat(json("/v1/reports/" + second).at("/adjustments")).isEqualTo(open.at("/adjustments"));
        YearMonth third = second.plusMonths(1);
        assertThat(json("/v1/reports/" + third).at("/adjustments")).isEmpty();
        assertBothBasesAreTheLedger(first, second, third);
        charged("MC555AA", in(first, 21));
        charged("MC666AA", in(second, 21));
        awaitAllInRows();
        assertThat(json("/v1/reports/" + third).at("/adjustments"))
                .extracting(row -> row.at("/name").asString() + " " + money(row, "net"))
                .containsExactly(first + " 1000.00", second + " 1000.00");
        assertBothBasesAreTheLedger(first, second, third);
    }

    @Test
    void closesAMonthOnceEvenWhenTwoDoItAtOnce() throws Exception {
        YearMonth month = now.minusMonths(7);
        awaitAllInRows();
        List<CompletableFuture<String>> both = Stream.of(1, 2)
                .map(n -> CompletableFuture.supplyAsync(() -> outcome("admin", month.toString())))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder("201 ", "409 month_closed");
        assertThat(outcome("admin", month.toString())).isEqualTo("409 month_closed");
        assertThat(jdbc.sql("SELECT who FROM audit WHERE action = 'MONTH_CLOSED' AND subject = :month AND done")
                        .param("month", month.toString())
                        .query(String.class)
                        .list())
                .containsExactly("admin");
        assertThat(outcome("operator", month.toString())).isEqualTo("403 role_missing");
        assertThat(outcome("admin", now.toString())).isEqualTo("409 month_not_over");
        assertThat(outcome("admin", "2026-3")).isEqualTo("422 month_malformed");
    }

    @Test
    void countsWhatIsNotCommittedWhenItClosesAsAnAdjustment() throws Exception {
        YearMonth month = now.minusMonths(10);
        Story story = charged("MC777AA", in(month, 5));
        awaitAllInRows();
        TransactionTemplate posting = new TransactionTemplate(transactions);
        posting.executeWithoutResult(open -> {
            jdbc.sql("UPDATE charge SET voided_at = ?, void_reason = 'voided' WHERE id = ?")
                    .params(Columns.utc(Instant.now()), Columns.bytes(story.chargeId()))
                    .update();
            assertThat(outcome("admin", month.toString())).isEqualTo("201 ");
        });

        assertThat(money(json("/v1/reports/" + month).at("/total"), "net")).isEqualByComparingTo("1000");
        JsonNode next = json("/v1/reports/" + month.plusMonths(1));
        assertThat(money(next.at("/adjustments/0"), "voided")).isEqualByComparingTo("1000");
        assertThat(money(next.at("/total"), "net")).isEqualByComparingTo("-1000");
    }

    /** Over all of {@code months} together, reports say what plain SQL finds. */
    private void assertBothBasesAreTheLedger(YearMonth... months) throws Exception {
        LocalDateTime from = start(months[0]);
        LocalDateTime to = start(months[months.length - 1].plusMonths(1));
        for (String basis : List.of("service", "posted")) {
            boolean service = basis.equals("service");
            for (String by : List.of("zone", "day", "tariff")) {
                BigDecimal issued = BigDecimal.ZERO;
                BigDecimal voided = BigDecimal.ZERO;
                BigDecimal paid = BigDecimal.ZERO;
                BigDecimal captures = BigDecimal.ZERO;
                for (YearMonth month : months) {
                    JsonNode total =
                            json("/v1/reports/" + month + query(by, basis)).at("/total");
                    issued = issued.add(money(total, "issued"));
                    voided = voided.add(money(total, "voided"));
                    paid = paid.add(money(total, "paid"));
                    captures = captures.add(new BigDecimal(total.at("/captures").asInt()));
                    assertThat(money(total, "balance"))
                            .isEqualByComparingTo(money(total, "issued")
                                    .subtract(money(total, "voided"))
                                    .subtract(money(total, "paid")));
                }
                assertThat(issued)
                        .as("issued %s %s", by, basis)
                        .isEqualByComparingTo(sum("amount", "charge", service ? "to_at" : "posted_at", from, to));
                assertThat(voided)
                        .as("voided %s %s", by, basis)
                        .isEqualByComparingTo(sum(
                                "IF(voided_at IS NULL, 0, amount)",
                                "charge",
                                service ? "to_at" : "voided_at",
                                from,
                                to));
                assertThat(paid).isEqualByComparingTo(sum("amount", "settlement", "settled_at", from, to));
                assertThat(captures).isEqualByComparingTo(sum("1", "capture", "captured_at", from, to));
            }
        }
    }

    private BigDecimal sum(String what, String table, String time, LocalDateTime from, LocalDateTime to) {
        return jdbc.sql("SELECT COALESCE(SUM(%s), 0) FROM %s WHERE %3$s >= ? AND %3$s < ?".formatted(what, table, time))
                .params(from, to)
                .query(BigDecimal.class)
                .single();
    }

    private static LocalDateTime start(YearMonth month) {
        return Columns.utc(month.atDay(1).atStartOfDay(SITE).toInstant());
    }

    /** Noon of a day of {@code month}. */
    private static Instant in(YearMonth month, int day) {
        return month.atDay(day).atTime(12, 0).atZone(SITE).toInstant();
    }

    /** A stay of an hour and a minute from {@code at}: two hours begun, 1,000.00. */
    private Story charged(String plate, Instant at) throws Exception {
        Story story = Story.of(plate, Duration.between(at, Instant.now()));
        Story.send(TestKafka.bootstrap(), story.open());
        Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(Duration.ofMinutes(61))));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ask("/v1/charges/" + story.chargeId()).statusCode() == 200);
        awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
        awaitJson("/v1/stays/" + story.stayId(), "/state", "CLOSED");
        return story;
    }

    private void voidNow(Story story) throws Exception {
        Story.send(TestKafka.bootstrap(), story.voided(1, "voided"));
        awaitJson("/v1/charges/" + story.chargeId(), "/state", "VOIDED");
    }

    /** A payment of {@code at}, as the topic would have brought it then. */
    private void paid(Story story, String amount, Instant at) {
        jdbc.sql("""
                INSERT INTO settlement (request_id, zone, capture_id, settled_at, settled_by, settled_day, amount,
                  currency, method) VALUES (UNHEX(REPLACE(UUID(), '-', '')), ?, ?, ?, 'operator', ?, ?, 'ARS', 'cash')
                """)
                .params(
                        Story.ZONE,
                        Columns.bytes(story.captureId()),
                        Columns.utc(at),
                        at.atZone(SITE).toLocalDate(),
                        new BigDecimal(amount))
                .update();
    }

    private JsonNode closedBy(String user, YearMonth month) throws Exception {
        HttpResponse<byte[]> answer = send("POST", "/v1/reports/months/" + month + "/close", user, "", "{}");
        assertThat(answer.statusCode()).isEqualTo(201);
        return Json.MAPPER.readTree(answer.body());
    }

    private String outcome(String user, String month) {
        try {
            return refusal(send("POST", "/v1/reports/months/" + month + "/close", user, "", "{}"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> sheets(YearMonth month) throws Exception {
        Stream.Builder<String> sheets = Stream.builder();
        for (String basis : List.of("service", "posted")) {
            for (String by : List.of("zone", "day", "tariff")) {
                sheets.add(new String(sheet(month, query(by, basis)), StandardCharsets.UTF_8));
                sheets.add(json("/v1/reports/" + month + query(by, basis)).toString());
            }
        }
        return sheets.build().toList();
    }

    private byte[] sheet(YearMonth month, String query) throws Exception {
        return HTTP.send(
                        request("/v1/reports/" + month + query, "analyst")
                                .header("Accept", "text/csv")
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    private static String query(String by, String basis) {
        return "?by=" + by + "&basis=" + basis;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static BigDecimal money(JsonNode row, String what) {
        return new BigDecimal(row.at("/" + what + "/0/amount").asString("0"));
    }
}
