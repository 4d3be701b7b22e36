package io.plateflow.stats.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Administrator;
import io.plateflow.stats.Story;
import io.plateflow.stats.storage.Columns;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** What a version would do is told before it is published, and published it is not. */
@DirtiesContext
class EffectIT extends Administrator {
    private static final String HOURLY = """
            {"kind":"TIME","currency":"ARS","timeZone":"America/Argentina/Buenos_Aires"%s,
             "steps":[{"from":"PT0S","increment":"PT1H","price":"%s"}]}""";

    private final Instant opening = Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

    @Test
    void tellsWhichChargesATariffWouldVoidAndWhatItWouldMove() throws Exception {
        put("/v1/tariffs/effect", HOURLY.formatted("", "500.00"));
        Recorded early = Recorded.of(
                "effect-zone", "EF001AA", opening, opening.plus(Duration.ofMinutes(130)), "effect@1", "1500.00");
        Recorded paid = Recorded.of(
                "effect-zone", "EF002AA", opening.plusSeconds(7200), opening.plusSeconds(10_800), "effect@1", "500.00");
        Recorded unpriced = Recorded.of(
                "effect-zone", "EF003AA", opening.plusSeconds(7200), opening.plusSeconds(10_800), "effect", null);
        Recorded waived = Recorded.of(
                        "effect-zone",
                        "EF004AA",
                        opening.plusSeconds(7200),
                        opening.plusSeconds(10_800),
                        "effect@1",
                        null)
                .whoseChargeAPersonVoided();
        Recorded other = Recorded.of(
                "effect-zone",
                "EF005AA",
                opening.plusSeconds(7200),
                opening.plusSeconds(10_800),
                "effect_@1",
                "500.00");
        record(early, paid, unpriced, waived, other);
        settle(paid);

        HttpResponse<String> answer = put(
                "/v1/tariffs/effect?dryRun=true",
                HOURLY.formatted(",\"validFrom\":\"" + opening.plusSeconds(3600) + "\"", "600.00"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(body(answer).at("/version").asInt()).isEqualTo(2);
        assertThat(body(answer).has("publishedAt")).isFalse();
        assertThat(body(answer).at("/effect").toString())
                .isEqualTo("{\"charges\":1,\"settled\":1,\"issued\":2,"
                        + "\"before\":[{\"amount\":\"500.00\",\"currency\":\"ARS\"}],"
                        + "\"after\":[{\"amount\":\"1200.00\",\"currency\":\"ARS\"}],"
                        + "\"difference\":[{\"amount\":\"700.00\",\"currency\":\"ARS\"}]}");
        assertThat(body(get("/v1/tariffs/effect")).at("/versions").size()).isEqualTo(1);

        JsonNode future = body(put("/v1/tariffs/effect?dryRun=true", HOURLY.formatted("", "600.00")));
        assertThat(future.at("/effect/charges").asInt()).isZero();
        JsonNode same = body(put("/v1/tariffs/effect?dryRun=true", HOURLY.formatted("", "500.00")));
        assertThat(same.at("/version").asInt()).isEqualTo(1);
        assertThat(same.at("/effect/issued").asInt()).isZero();
    }

    @Test
    void tellsWhatAVehicleWouldNoLongerPay() throws Exception {
        record(
                Recorded.of(
                        "effect-zone",
                        "EF100AA",
                        opening,
                        opening.plus(Duration.ofMinutes(130)),
                        "original@1",
                        "1500.00"),
                Recorded.of(
                        "elsewhere", "EF100AA", opening, opening.plus(Duration.ofMinutes(30)), "original@1", "500.00"));
        put("/v1/zones/effect-zone", """
                {"mode":"SIGHTINGS","tariff":"original",
                 "shape":{"circle":{"latitude":50,"longitude":50,"radiusMeters":80}}}""");
        HttpResponse<String> answer =
                put("/v1/vehicles/EF100AA?dryRun=true", "{\"exempt\":true,\"zones\":[\"effect-zone\"]}");
        assertThat(body(answer).at("/effect").toString())
                .isEqualTo("{\"charges\":1,\"settled\":0,\"issued\":1,"
                        + "\"before\":[{\"amount\":\"1500.00\",\"currency\":\"ARS\"}],"
                        + "\"after\":[{\"amount\":\"0.00\",\"currency\":\"ARS\"}],"
                        + "\"difference\":[{\"amount\":\"-1500.00\",\"currency\":\"ARS\"}]}");
        assertThat(get("/v1/vehicles/EF100AA").statusCode()).isEqualTo(404);
        assertThat(body(put("/v1/vehicles/EF100AA?dryRun=true", "{\"class\":\"RESIDENT\"}"))
                        .at("/effect/charges")
                        .asInt())
                .isZero();
    }

    @Test
    void tellsThatAZoneConcernsTheFutureAlone() throws Exception {
        HttpResponse<String> answer = put("/v1/zones/dry?dryRun=true", """
                {"mode":"SIGHTINGS","tariff":"original",
                 "shape":{"circle":{"latitude":60,"longitude":50,"radiusMeters":80}}}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(body(answer).at("/effect/charges").asInt()).isZero();
        assertThat(get("/v1/zones/dry").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAsIfItWereMeant() throws Exception {
        assertThat(faults(put("/v1/tariffs/effect?dryRun=perhaps", HOURLY.formatted("", "1.00"))))
                .containsExactly("dryRun dry_run_malformed");
        assertThat(faults(put("/v1/vehicles/EF200AA?dryRun=true", "{\"class\":\"a b\"}")))
                .containsExactly("class malformed_name");
        assertThat(put("/v1/vehicles/EF200AA?dryRun=true", "{}", "If-Match", "\"4\"")
                        .statusCode())
                .isEqualTo(412);
    }

    private void record(Recorded... stays) throws Exception {
        for (Recorded stay : stays) {
            Story.send(TestKafka.bootstrap(), stay.records());
        }
        for (Recorded stay : stays) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> jdbc.sql("""
                            SELECT (SELECT COUNT(*) FROM stay WHERE id = :id)
                              + (SELECT COUNT(*) FROM charge WHERE stay_id = :id AND amount IS NOT NULL)
                            """)
                                    .param("id", Columns.bytes(stay.stayId()))
                                    .query(Integer.class)
                                    .single()
                            == (stay.amount() == null ? 1 : 2));
        }
    }

    private void settle(Recorded stay) {
        jdbc.sql("""
                INSERT INTO settlement (request_id, zone, capture_id, settled_at, settled_by, settled_day, amount, currency, method)
                VALUES (:request, :zone, :capture, :at, 'ana', :day, 500, 'ARS', 'cash')
                """)
                .param("request", Columns.bytes(UUID.randomUUID()))
                .param("zone", stay.zone())
                .param("capture", Columns.bytes(stay.captureId()))
                .param("at", Columns.utc(stay.to()))
                .param("day", LocalDate.of(2026, 1, 1))
                .update();
    }
}
