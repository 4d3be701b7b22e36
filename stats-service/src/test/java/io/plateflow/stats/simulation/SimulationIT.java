package io.plateflow.stats.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Administrator;
import io.plateflow.stats.Story;
import io.plateflow.stats.whatif.Recorded;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Recorded stays against a draft: what was charged beside what would have been. */
class SimulationIT extends Administrator {
    private static final String ZONE = "auto:s1mpp";
    private static final Instant MORNING = Instant.parse("2026-03-02T12:00:00Z");
    private static final String ASKED = """
            {"zone":"%s","from":"%s","to":"%s",
             "draft":{"kind":"TIME","currency":"ARS","timeZone":"America/Argentina/Buenos_Aires","grace":"PT10M",
               "steps":[{"from":"PT0S","increment":"PT1H","price":"600.00"}],
               "adjustments":[{"vehicleClass":"RESIDENT","factor":"0.5"}]}}""";

    @Test
    void showsRevenueByDayActualBesideDraftAndTheStaysThatChangeMost() throws Exception {
        Recorded longOne = stay("SI001AA", 0, 130, "1500.00");
        List<Recorded> stays = List.of(
                longOne,
                stay("SI002AA", 60, 30, "500.00").ofClass("RESIDENT"),
                // Ends after midnight in Buenos Aires: the next day's.
                stay("SI003AA", 14 * 60, 90, "1000.00"),
                stay("SI004AA", 25 * 60, 5, "500.00"),
                stay("SI005AA", 26 * 60, 0, "500.00").flagged("SINGLE_SIGHTING"),
                stay("SI006AA", 26 * 60, 60, null),
                stay("SI007AA", 26 * 60, 60, null).whoseChargeAPersonVoided(),
                stay("SI008AA", 72 * 60, 60, "500.00"));
        for (Recorded stay : stays) {
            Story.send(TestKafka.bootstrap(), stay.records());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        jdbc.sql("""
                        SELECT (SELECT COUNT(*) FROM stay WHERE zone = :zone)
                          + (SELECT COUNT(*) FROM charge WHERE zone = :zone)
                        """).param("zone", ZONE).query(Integer.class).single() == 14);

        HttpResponse<String> answer = post(
                "/v1/tariffs/simulate",
                "analyst",
                ASKED.formatted(ZONE, "2026-03-02T00:00:00-03:00", "2026-03-04T00:00:00-03:00"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode simulated = body(answer);
        assertThat(simulated.at("/stays").asInt()).isEqualTo(6);
        assertThat(simulated.at("/actual").toString()).isEqualTo("[{\"amount\":\"4000.00\",\"currency\":\"ARS\"}]");
        assertThat(simulated.at("/draft/amount").asString()).isEqualTo("4500.00");
        assertThat(simulated.at("/difference/amount").asString()).isEqualTo("500.00");
        assertThat(simulated.at("/days").toString())
                .isEqualTo("[{\"date\":\"2026-03-02\",\"stays\":2,"
                        + "\"actual\":[{\"amount\":\"2000.00\",\"currency\":\"ARS\"}],"
                        + "\"draft\":{\"amount\":\"2100.00\",\"currency\":\"ARS\"}},"
                        + "{\"date\":\"2026-03-03\",\"stays\":4,"
                        + "\"actual\":[{\"amount\":\"2000.00\",\"currency\":\"ARS\"}],"
                        + "\"draft\":{\"amount\":\"2400.00\",\"currency\":\"ARS\"}}]");
        assertThat(simulated.at("/most").findValuesAsString("plate"))
                .startsWith("SI006AA", "SI004AA", "SI001AA")
                .hasSize(6);
        assertThat(simulated.at("/most/2/stayId").asString())
                .isEqualTo(longOne.stayId().toString());
        assertThat(simulated.at("/most/2/difference/amount").asString()).isEqualTo("300.00");
        assertThat(simulated.at("/warnings").isArray()).isTrue();
    }

    @Test
    void namesAllThatIsWrong() throws Exception {
        HttpResponse<String> refused = post("/v1/tariffs/simulate", "analyst", """
                {"zone":"nowhere","from":"2026-03-02T00:00:00-03:00","to":"2026-03-01T00:00:00-03:00","until":1,
                 "draft":{"kind":"TIME","currency":"ARS","steps":[{"from":"PT0S","increment":"PT1H","price":"x"}]}}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused))
                .containsExactlyInAnyOrder(
                        "until unknown_field",
                        "draft.timeZone missing",
                        "draft.steps[0].price malformed_amount",
                        "zone unknown_zone",
                        "to ends_first");
        assertThat(faults(post("/v1/tariffs/simulate", "analyst", "{}")))
                .containsExactlyInAnyOrder("draft missing", "zone missing", "from missing", "to missing");
        assertThat(faults(post(
                        "/v1/tariffs/simulate",
                        "analyst",
                        ASKED.formatted(ZONE, "2025-01-01T00:00:00Z", "2026-03-01T00:00:00Z"))))
                .containsExactly("to period_too_long");
    }

    @Test
    void replaysTensOfThousandsOfStays() throws Exception {
        jdbc.sql("""
                INSERT INTO stay (id, version, zone, plate, state, latitude, longitude, from_at, to_at, last_seen, tariff,
                  flags, rules_version)
                SELECT UNHEX(LPAD(HEX(n), 32, '0')), 1, 'auto:bvvk0', 'BU111LK', 'CLOSED', 0, 0,
                  TIMESTAMPADD(MINUTE, n, '2026-01-01 00:00:00'), TIMESTAMPADD(MINUTE, n + 100, '2026-01-01 00:00:00'),
                  '2026-01-01 00:00:00', 'original@1', '', 1
                FROM (SELECT 10000 * e.d + 1000 * a.d + 100 * b.d + 10 * c.d + f.d AS n
                      FROM (SELECT 0 AS d UNION SELECT 1 UNION SELECT 2) e, %1$s a, %1$s b, %1$s c, %1$s f) numbers
                """.formatted(
                                "(SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
                                        + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)"))
                .update();
        long begun = System.nanoTime();
        JsonNode simulated = body(post(
                "/v1/tariffs/simulate",
                "analyst",
                ASKED.formatted("auto:bvvk0", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println("30,000 stays simulated in " + took);
        assertThat(simulated.at("/stays").asInt()).isEqualTo(30_000);
        assertThat(simulated.at("/draft/amount").asString()).isEqualTo("36000000.00");
        assertThat(simulated.at("/most").size()).isEqualTo(20);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    private static Recorded stay(String plate, int minutes, int length, @Nullable String amount) {
        Instant from = MORNING.plus(Duration.ofMinutes(minutes));
        return Recorded.of(ZONE, plate, from, from.plus(Duration.ofMinutes(length)), "original@1", amount);
    }
}
