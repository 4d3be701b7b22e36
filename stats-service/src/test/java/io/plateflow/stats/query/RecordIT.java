package io.plateflow.stats.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Command;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.Uuids;
import io.plateflow.domain.plate.Plate;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Sent;
import io.plateflow.stats.Story;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Records on the topics become rows, and rows become answers. */
@DirtiesContext
class RecordIT extends RunningService {
    @Test
    void showsAVehicleFromPhotoToChargeAndOnceOnly() throws Exception {
        Story story = Story.of("AB123CD", Duration.ofMinutes(90));
        Story.send(TestKafka.bootstrap(), story.open());

        awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
        JsonNode capture = awaitJson("/v1/captures/" + story.captureId(), "/stayState", "OPEN");
        assertThat(capture.at("/plate/effective").asString()).isEqualTo("AB123CD");
        assertThat(capture.at("/plate/candidates/0/text").asString()).isEqualTo("AB123CO");
        assertThat(capture.at("/place/url").asString()).isEqualTo("https://www.google.com/maps?q=-34.60373,-58.38157");
        assertThat(capture.at("/capturedAt").asString())
                .isEqualTo(story.seenAt().toString());
        assertThat(capture.at("/amountSoFar/amount").asString()).isEqualTo("1000.00");
        HttpResponse<byte[]> photo = await().atMost(Duration.ofSeconds(30))
                .until(() -> ask("/v1/captures/" + story.captureId() + "/image"), answer -> answer.statusCode() == 200);
        assertThat(photo.body()).isEqualTo(Story.photo());
        assertThat(photo.headers().firstValue("Content-Type")).hasValue("image/jpeg");

        Instant to = story.seenAt().plus(Duration.ofMinutes(61));
        Story.send(TestKafka.bootstrap(), story.end(to));
        JsonNode charge = awaitJson("/v1/charges/" + story.chargeId(), "/state", "ISSUED");
        assertThat(charge.at("/amount").toString()).isEqualTo("{\"amount\":\"1000.00\",\"currency\":\"ARS\"}");
        assertThat(charge.at("/lines/0/price/amount").asString()).isEqualTo("500.00");
        JsonNode stay = awaitJson("/v1/stays/" + story.stayId(), "/state", "CLOSED");
        assertThat(stay.at("/chargeId").asString()).isEqualTo(story.chargeId().toString());
        assertThat(stay.at("/elapsedSeconds").asInt()).isEqualTo(3660);

        JsonNode summary = figuresThatEqualTheViews();
        Map<TopicPartition, Long> before = startAgainFromZero();
        Story.send(TestKafka.bootstrap(), story.open());
        Story.send(TestKafka.bootstrap(), story.end(to));
        awaitReadAgain(before);
        JsonNode again = figuresThatEqualTheViews();
        for (String figure : List.of("/totalCaptures", "/totalPlates", "/uniqueLocations", "/charged")) {
            assertThat(again.at(figure)).as(figure).isEqualTo(summary.at(figure));
        }
    }

    @Test
    void aPersonsCorrectionStandsAboveAnyReading() throws Exception {
        Story story = Story.of("CC111CC", Duration.ofMinutes(5));
        String capture = "/v1/captures/" + story.captureId();
        Story.send(TestKafka.bootstrap(), story.corrected(2, new Plate("CC112CC")));
        Story.send(TestKafka.bootstrap(), story.open());
        awaitJson(capture, "/status", "READ");
        assertThat(json(capture).at("/plate/observed").asString()).isEqualTo("CC111CC");
        assertThat(json(capture).at("/plate/effective").asString()).isEqualTo("CC112CC");

        Story.send(TestKafka.bootstrap(), story.corrected(3, new Plate("CC113CC")));
        Story.send(TestKafka.bootstrap(), story.corrected(1, new Plate("CC114CC")));
        awaitJson(capture, "/plate/effective", "CC113CC");
        figuresThatEqualTheViews();
    }

    @Test
    void findsAPlateExactlyOrByHowItBeginsPageByPage() throws Exception {
        List<Story> stories = List.of(
                Story.of("ZZ900AA", Duration.ofMinutes(3)),
                Story.of("ZZ900AA", Duration.ofMinutes(2)),
                Story.of("ZZ900AB", Duration.ofMinutes(1)));
        for (Story story : stories) {
            Story.send(TestKafka.bootstrap(), story.open());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> json("/v1/captures?match=prefix&plate=zz-900")
                                .at("/items")
                                .size()
                        == 3);
        assertThat(json("/v1/captures?plate=ZZ900AA").at("/items").size()).isEqualTo(2);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json("/v1/captures?match=prefix&plate=ZZ900&limit=1&cursor=" + cursor);
            page.at("/items").forEach(c -> seen.add(c.at("/id").asString()));
            cursor = page.at("/nextCursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen)
                .containsExactly(
                        stories.get(2).captureId().toString(),
                        stories.get(1).captureId().toString(),
                        stories.get(0).captureId().toString());
    }

    @Test
    void keepsTheCheckoutOfAnOpenStayForBilling() throws Exception {
        Story story = Story.of("CH111CK", Duration.ofMinutes(30));
        Story.send(TestKafka.bootstrap(), story.open());
        String quotedAt = awaitJson("/v1/stays/" + story.stayId(), "/state", "OPEN")
                .at("/quotedAt")
                .asString();

        HttpResponse<String> accepted = checkout(story.stayId(), quotedAt);

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        UUID requestId = Uuids.v5("checkout", story.stayId().toString(), quotedAt);
        assertThat(Json.MAPPER.readTree(accepted.body()).at("/amount/amount").asString())
                .isEqualTo("500.00");
        assertThat(Sent.to(Topics.COMMANDS, Json.serde(Command.class).deserializer(), StayCheckedOut.class)
                        .call())
                .contains(new StayCheckedOut(
                        requestId, Story.ZONE, story.plate(), story.captureId(), Instant.parse(quotedAt), "operator"));
        assertThat(checkout(story.stayId(), Instant.now().minusSeconds(130).toString())
                        .body())
                .contains("quote_expired");
        Story.send(TestKafka.bootstrap(), story.end(Instant.parse(quotedAt)));
        awaitJson("/v1/stays/" + story.stayId(), "/state", "CLOSED");
        assertThat(checkout(story.stayId(), Instant.now().toString()).body()).contains("stay_closed");
    }

    @Test
    void keepsAStayThatBillingDroppedAndCallsItOpenNoMore() throws Exception {
        Story story = Story.of("LE111DG", Duration.ofDays(91));
        Story.send(TestKafka.bootstrap(), story.open());
        String quotedAt = awaitJson("/v1/stays/" + story.stayId(), "/state", "OPEN")
                .at("/quotedAt")
                .asString();
        long open = json("/v1/stats/summary").at("/openStays").asLong();

        Story.send(TestKafka.bootstrap(), story.dropped());

        JsonNode stay = await().atMost(Duration.ofSeconds(30))
                .until(() -> json("/v1/stays/" + story.stayId()), answer -> answer.has("ledgerClosedAt"));
        assertThat(stay.at("/state").asString()).isEqualTo("OPEN");
        assertThat(stay.has("amountSoFar")).isFalse();
        assertThat(json("/v1/stats/summary").at("/openStays").asLong()).isEqualTo(open - 1);
        assertThat(json("/v1/stays?plate=LE111DG").at("/items").size()).isOne();
        assertThat(json("/v1/stays?plate=LE111DG&state=OPEN").at("/items").size())
                .isZero();
        HttpResponse<String> refused = checkout(story.stayId(), quotedAt);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("ledger_closed");
    }

    @Test
    void namesEveryFaultOfAQuestion() throws Exception {
        HttpResponse<byte[]> refused = ask("/v1/captures?limit=0&from=yesterday&status=LOST&cursor=x");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        List<String> codes = new ArrayList<>();
        Json.MAPPER
                .readTree(refused.body())
                .at("/errors")
                .forEach(e -> codes.add(e.at("/code").asString()));
        assertThat(codes)
                .containsExactlyInAnyOrder("limit_range", "from_malformed", "status_unknown", "cursor_malformed");
        HttpResponse<byte[]> absent = ask("/v1/stays/" + UUID.randomUUID());
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(Json.MAPPER.readTree(absent.body()).at("/code").asString()).isEqualTo("not_found");
    }

    /** Topics arrive in any order, so the figures are asked again until what was sent is in. */
    private JsonNode figuresThatEqualTheViews() throws Exception {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertEqualToTheViews(json("/v1/stats/summary")));
        return json("/v1/stats/summary");
    }

    private void assertEqualToTheViews(JsonNode summary) throws Exception {
        assertThat(summary.at("/totalCaptures").asLong())
                .isPositive()
                .isEqualTo(jdbc.sql("SELECT COUNT(*) FROM patente")
                        .query(Long.class)
                        .single());
        assertThat(summary.at("/uniqueLocations").asLong())
                .isEqualTo(jdbc.sql("SELECT COUNT(DISTINCT ubicacion) FROM patente")
                        .query(Long.class)
                        .single());
        assertThat(new BigDecimal(summary.at("/charged/0/amount").asString("0")))
                .isEqualByComparingTo(jdbc.sql("SELECT COALESCE(SUM(cobrar), 0) FROM cobros")
                        .query(BigDecimal.class)
                        .single());
        JsonNode ofZone = json("/v1/stats/summary?zone=" + Story.ZONE);
        assertThat(ofZone.at("/totalCaptures").asLong()).isPositive();
    }

    /** How far each partition was, before all are set to be read again. */
    private Map<TopicPartition, Long> startAgainFromZero() {
        Map<TopicPartition, Long> before = reached();
        jdbc.sql("UPDATE consumer_offset SET next = 0").update();
        return before;
    }

    /** A partition is read again once something new comes; each of the four topics has one that is past where it was. */
    private void awaitReadAgain(Map<TopicPartition, Long> before) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> reached().entrySet().stream()
                                .filter(now -> now.getValue() > before.getOrDefault(now.getKey(), 0L))
                                .count()
                        == 4);
    }

    private Map<TopicPartition, Long> reached() {
        Map<TopicPartition, Long> reached = new HashMap<>();
        jdbc.sql("SELECT topic, part, next FROM consumer_offset")
                .query((row, n) -> reached.put(
                        new TopicPartition(row.getString("topic"), row.getInt("part")), row.getLong("next")))
                .list();
        return reached;
    }

    private HttpResponse<String> checkout(UUID stay, String at) throws Exception {
        return HTTP.send(
                request("/v1/stays/" + stay + "/checkout", "operator")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"at\":\"" + at + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }
}
