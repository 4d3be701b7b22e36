package io.plateflow.stats.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.CreateTopics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.stay.Direction;
import io.plateflow.stats.Administrator;
import io.plateflow.stats.keys.OnTopic;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A camera is a record beside its key: what is written of it is what the gateway fills in for it. */
class CameraRecordIT extends Administrator {
    private static final String HEADINGS = "id,name,make,latitude,longitude,url,direction,timeZone,expectedInterval\n";

    @Test
    void tellsTheGatewayWhereACameraStandsAndHowItsClockAndDirectionAreMeant() throws Exception {
        HttpResponse<String> made = put("/v1/cameras/mitre-300", """
                {"name":"Mitre 300","make":"Hikvision","place":{"latitude":-34.60373,"longitude":-58.38157},
                 "direction":"EXIT","timeZone":"America/Argentina/Buenos_Aires","expectedInterval":"PT5M"}""");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String key = body(made).at("/key").asString();
        assertThat(body(made).at("/url").asString()).isEqualTo("http://localhost:8080/v1/hooks/hikvision/" + key);
        Coordinates place = new Coordinates(-34.60373, -58.38157);
        assertThat(body(made).at("/zone").asString()).isEqualTo(Zones.zoneOf(place));

        assertThat(OnTopic.await("mitre-300", one -> true))
                .isEqualTo(new ApiKey(
                        "mitre-300",
                        CreateTopics.hash(key),
                        "Mitre 300",
                        "hikvision",
                        place,
                        Direction.EXIT,
                        ZoneId.of("America/Argentina/Buenos_Aires"),
                        Duration.ofMinutes(5),
                        false,
                        ApiKey.Kind.CAMERA,
                        Set.of(ApiKey.Scope.CAPTURES),
                        null,
                        null));

        HttpResponse<String> read = get("/v1/cameras/mitre-300");
        assertThat(read.body()).doesNotContain(key, CreateTopics.hash(key));
        assertThat(put("/v1/cameras/mitre-300", read.body(), "If-Match", "\"1\"")
                        .statusCode())
                .as("what was answered may be sent back")
                .isEqualTo(200);
        HttpResponse<String> moved = put("/v1/cameras/mitre-300", """
                {"name":"Mitre 300","make":"dahua","url":"https://www.google.com/maps?q=-34.61000,-58.39000"}""");
        assertThat(moved.statusCode()).isEqualTo(202);
        ApiKey told = OnTopic.await("mitre-300", one -> "dahua".equals(one.make()));
        assertThat(told.place()).isEqualTo(new Coordinates(-34.61, -58.39));
        assertThat(told.hash()).as("the same key").isEqualTo(CreateTopics.hash(key));
        assertThat(body(get("/v1/cameras/mitre-300")).at("/versions").size()).isEqualTo(2);
        assertThat(get("/v1/cameras/none-such").statusCode()).isEqualTo(404);
    }

    @Test
    void renewsAndRevokesACamerasKey() throws Exception {
        String first = body(put("/v1/cameras/renewed", "{\"name\":\"Gate\"}"))
                .at("/key")
                .asString();
        HttpResponse<String> rotated = post("/v1/cameras/renewed/key", "admin", "{\"overlap\":\"PT1H\"}");
        assertThat(body(rotated).at("/url").asString())
                .isEqualTo("http://localhost:8080/v1/hooks/upload/"
                        + body(rotated).at("/key").asString());
        assertThat(OnTopic.await("renewed", one -> one.previousHash() != null).previousHash())
                .isEqualTo(CreateTopics.hash(first));
        assertThat(kept(request("/v1/cameras/renewed", "admin").DELETE()).statusCode())
                .isEqualTo(202);
        OnTopic.await("renewed", ApiKey::revoked);
    }

    @Test
    void refusesADraftWithAllItsFaults() throws Exception {
        assertThat(faults(put("/v1/cameras/c-1", """
                        {"name":"x","make":"brownie","place":{"latitude":91},"direction":"UP","timeZone":"Mars/Base",
                         "expectedInterval":"PT0S","colour":"red"}""")))
                .containsExactlyInAnyOrder(
                        "colour unknown_field",
                        "make unknown_make",
                        "place.latitude degrees_range",
                        "place.longitude missing",
                        "direction unknown_word",
                        "timeZone unknown_time_zone",
                        "expectedInterval duration_zero");
        assertThat(faults(put("/v1/cameras/c-1", "{\"name\":\"x\",\"url\":\"https://maps.app.goo.gl/abc\"}")))
                .containsExactly("url no_coordinates");
    }

    @Test
    void importsAllRowsOrNoneAndAnswersTheAddressOfEach() throws Exception {
        String file = HEADINGS
                + "im-1,Entrada,hikvision,-34.6,-58.4,,ENTRY,,PT10M\n"
                + "im-2,,dahua,,,\"https://www.google.com/maps?q=-34.61,-58.41\",EXIT,America/Montevideo,\n";
        HttpResponse<String> dry = csv("?dryRun=true", file);
        assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
        assertThat(body(dry).at("/published").asInt()).isEqualTo(2);
        assertThat(body(dry).at("/cameras/0").has("key")).isFalse();
        assertThat(get("/v1/cameras/im-1").statusCode()).isEqualTo(404);

        HttpResponse<String> imported = csv("", file);
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(202);
        for (JsonNode camera : body(imported).at("/cameras")) {
            String key = camera.at("/key").asString();
            assertThat(camera.at("/url").asString())
                    .isEqualTo("http://localhost:8080/v1/hooks/"
                            + camera.at("/make").asString() + "/" + key);
            assertThat(OnTopic.await(camera.at("/id").asString(), one -> true).hash())
                    .isEqualTo(CreateTopics.hash(key));
        }
        assertThat(body(imported).at("/cameras").size()).isEqualTo(2);
        assertThat(body(get("/v1/cameras/im-2")).at("/place/longitude").asDouble())
                .isEqualTo(-58.41);
        assertThat(body(get("/v1/cameras/im-2")).at("/name").asString()).isEqualTo("im-2");

        JsonNode again = body(csv("", file.replace("PT10M", "PT20M")));
        assertThat(again.at("/published").asInt()).isEqualTo(1);
        assertThat(again.at("/unchanged").asInt()).isEqualTo(1);
        assertThat(again.at("/cameras/0").has("key")).as("it keeps its key").isFalse();
    }

    @Test
    void namesWhatIsWrongWithAFileByLine() throws Exception {
        HttpResponse<String> refused = csv(
                "",
                HEADINGS
                        + "bad-1,,brownie,north,-58.4,,IN,,\n"
                        + "bad-2,,,-34.6,,,,,\n"
                        + "bad 3,,,,,,,,\n"
                        + "bad-4,,,,,,,,\n"
                        + "bad-4,,,,,,,,\n"
                        + "default,,,,,,,,\n");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused))
                .containsExactly(
                        "lines[2].make unknown_make",
                        "lines[2].latitude degrees_range",
                        "lines[2].direction unknown_word",
                        "lines[3].longitude missing",
                        "lines[4].id malformed_id",
                        "lines[6].id repeated_id",
                        "lines[7].id reserved_id");
        assertThat(get("/v1/cameras/bad-4").statusCode()).isEqualTo(404);
        assertThat(kept(request("/v1/cameras", "operator")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("id\nx\n")))
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> csv(String query, String csv) throws Exception {
        return kept(request("/v1/cameras" + query, "admin")
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString(csv)));
    }
}
