package io.plateflow.stats.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Administrator;
import io.plateflow.stats.Story;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Zones are published in versions, and captures are placed by them as billing places them. */
class ZoneIT extends Administrator {
    private static final String CIRCLE = """
            {"mode":"%s","tariff":"original","confirm":"%s",
             "shape":{"circle":{"latitude":-34.60373,"longitude":-58.38157,"radiusMeters":%s}}}""";

    private static final String FAR = """
            {"mode":"%s","tariff":"original",
             "shape":{"type":"Polygon","coordinates":[[[10,10],[10.1,10],[10.1,10.1],[10,10.1],[10,10]]]}}""";

    @Test
    void publishesVersionsThatCountSomeSecondsLater() throws Exception {
        HttpResponse<String> first = put("/v1/zones/far", FAR.formatted("SIGHTINGS"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(body(first).at("/active").asBoolean()).isFalse();
        assertThat(body(first).at("/closesAfter").asString()).isEqualTo("PT1H");
        assertThat(body(first).at("/timeZone").asString()).isEqualTo("America/Argentina/Buenos_Aires");
        assertThat(put("/v1/zones/far", first.body()).statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> body(get("/v1/zones/far")).at("/active").asBoolean());
        HttpResponse<String> second = put("/v1/zones/far", FAR.formatted("GATED"), "If-Match", "\"1\"");
        assertThat(body(second).at("/version").asInt()).isEqualTo(2);
        JsonNode zone = body(get("/v1/zones/far"));
        assertThat(zone.at("/mode").asString()).isEqualTo("GATED");
        assertThat(zone.at("/active").asBoolean()).isFalse();
        assertThat(zone.at("/versions/1/active").asBoolean()).isTrue();
        assertThat(zone.at("/versions/1/publishedBy").asString()).isEqualTo("admin");
        assertThat(body(get("/v1/zones?cursor=far&limit=1")).at("/items/0/id").asString(""))
                .isNotEqualTo("far");
        assertThat(body(get("/v1/zones?cursor=faq&limit=1"))
                        .at("/items/0/version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void refusesADraftWithAllItsFaults() throws Exception {
        HttpResponse<String> refused = put("/v1/zones/auto:69y7p", """
                {"mode":"OPEN","tariff":"nowhere","closesAfter":5,"timeZone":"Mars","confirm":[],"radius":3,
                 "shape":{"circle":{"latitude":"north","longitude":-200}}}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused))
                .containsExactlyInAnyOrder(
                        "confirm wrong_type",
                        "radius unknown_field",
                        "shape.circle.latitude wrong_type",
                        "id malformed_name",
                        "mode unknown_word",
                        "closesAfter malformed_duration",
                        "tariff unknown_tariff",
                        "timeZone unknown_time_zone",
                        "shape.circle.longitude degrees_range",
                        "shape.circle.radiusMeters missing");
        assertThat(get("/v1/zones/auto:69y7p").statusCode()).isEqualTo(404);
    }

    @Test
    void placesACaptureInTheSmallestZoneThatCountedWhenItCameIn() throws Exception {
        publish("wide", CIRCLE.formatted("SIGHTINGS", "UNSURE", "500"));
        publish("narrow", CIRCLE.formatted("SIGHTINGS", "ALL", "50"));

        Story before = Story.of("ZO111NE", Duration.ofMinutes(10));
        Story after = Story.of("ZO222NE", Duration.ofSeconds(-30));
        Story.send(TestKafka.bootstrap(), before.open());
        Story.send(TestKafka.bootstrap(), after.open());

        JsonNode late = awaitJson("/v1/captures/" + after.captureId(), "/status", "READ");
        assertThat(late.at("/zone").asString()).isEqualTo("narrow");
        assertThat(late.at("/needsReview").asBoolean()).isTrue();
        JsonNode early = awaitJson("/v1/captures/" + before.captureId(), "/status", "READ");
        assertThat(early.at("/zone").asString()).isEqualTo(Story.ZONE);
        assertThat(early.at("/needsReview").asBoolean()).isFalse();
    }

    private void publish(String id, String json) throws Exception {
        assertThat(put("/v1/zones/" + id, json).statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> body(get("/v1/zones/" + id)).has("sentAt"));
    }
}
