package io.plateflow.stats.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.StayRecord.State;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Browser;
import io.plateflow.stats.Story;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every kind of act over HTTP leaves exactly its row, and no row has a plate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT extends AuditedService {
    private static final String WHY = "\"reason\":\"the driver of AU111AA asked\"";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Set<Action> seen = EnumSet.noneOf(Action.class);

    @Test
    void leavesExactlyOneRowOfEachActAndNoPlate() throws Exception {
        decisions();
        gate();
        publications();
        keys();
        users();
        logins();
        readings();
        erasure();
        seen.add(Action.MONTH_CLOSED); // ClosingIT
        seen.add(Action.PHOTO_RETRIED); // RetryIT
        assertThat(seen).isEqualTo(EnumSet.allOf(Action.class));
        assertThat(mappings.getHandlerMethods().values().stream()
                        .map(handler -> handler.getMethodAnnotation(Records.class))
                        .filter(records -> records != null)
                        .flatMap(records -> Arrays.stream(records.value())))
                .as("what endpoints say they record")
                .allMatch(seen::contains);
        assertThat(everything()).noneMatch(text -> text.matches("(?is).*AU1\\d\\d.*"));
    }

    private void decisions() throws Exception {
        Story story = charged("AU111AA");
        String charge = "/v1/charges/" + story.chargeId();
        once(Action.CHARGE_DISPUTED, story.chargeId(), "AU111AA", () -> command(charge + "/dispute", "{" + WHY + "}"));
        Story.send(
                TestKafka.bootstrap(),
                story.flagged(9, State.CLOSED, story.seenAt().plusSeconds(3660), Set.of("DISPUTED")));
        awaitJson(charge, "/disputed", "true");
        once(
                Action.DISPUTE_RESOLVED,
                story.chargeId(),
                "AU111AA",
                () -> command(charge + "/dispute/resolve", "{\"outcome\":\"CHARGE_STANDS\"," + WHY + "}"));
        once(
                Action.SETTLED,
                story.chargeId(),
                "AU111AA",
                () -> command(charge + "/settlements", "{\"amount\":\"1.00\",\"method\":\"cash\"}"));
        once(Action.CHARGE_VOIDED, story.chargeId(), "AU111AA", () -> command(charge + "/void", "{" + WHY + "}"));

        Story open = opened("AU122AA");
        String stay = "/v1/stays/" + open.stayId();
        once(
                Action.STAY_RESOLVED,
                open.stayId(),
                "AU122AA",
                () -> command(stay + "/resolve", "{\"cancel\":true," + WHY + "}"));
        String quotedAt = json(stay).at("/quotedAt").asString();
        once(Action.CHECKOUT, open.stayId(), "AU122AA", () -> command(stay + "/checkout", at(quotedAt)));
        String correct = "/v1/captures/" + open.captureId() + "/plate";
        once(
                Action.PLATE_CORRECTED,
                open.captureId(),
                "AU133AA",
                () -> assertThat(send("PATCH", correct, "operator", "one", "{\"plate\":\"AU 133 AA\"," + WHY + "}")
                                .statusCode())
                        .isEqualTo(202));
        assertThat(rows(Action.PLATE_CORRECTED, open.captureId().toString(), "AU122AA"))
                .hasSize(1);
    }

    private void gate() throws Exception {
        Story story = opened("AU144AA");
        JsonNode stay = json("/v1/stays/" + story.stayId());
        String pay = "{\"at\":\"%s\",\"amount\":\"%s\",\"method\":\"cash\"}"
                .formatted(
                        stay.at("/quotedAt").asString(),
                        stay.at("/amountSoFar/amount").asString());
        once(
                Action.GATE_PAYMENT,
                story.stayId(),
                "AU144AA",
                () -> command("/v1/stays/" + story.stayId() + "/payments", pay));
        assertThat(rows(Action.CHECKOUT, story.stayId().toString(), "")).isEmpty();
    }

    private void publications() throws Exception {
        String zone = """
                {"mode":"SIGHTINGS","tariff":"original",
                 "shape":{"type":"Polygon","coordinates":[[[20,10],[20.1,10],[20.1,10.1],[20,10.1],[20,10]]]}}""";
        once(Action.ZONE_PUBLISHED, "audit-zone", "", () -> put("/v1/zones/audit-zone", zone));
        String tariff = """
                {"kind":"TIME","currency":"ARS","timeZone":"America/Argentina/Buenos_Aires",
                 "steps":[{"from":"PT0S","increment":"PT1H","price":"900.00"}]}""";
        once(Action.TARIFF_PUBLISHED, "audit-tariff", "", () -> put("/v1/tariffs/audit-tariff", tariff));
        once(Action.VEHICLE_PUBLISHED, "", "AU155AA", () -> put("/v1/vehicles/AU155AA", "{\"class\":\"RESIDENT\"}"));
        HttpRequest.Builder csv = request("/v1/vehicles", "admin")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("plate,exempt\nAU166AA,true\nAU177AA,true\n"));
        once(
                Action.VEHICLES_IMPORTED,
                "",
                "AU177AA",
                () -> assertThat(HTTP.send(csv.build(), BodyHandlers.ofString()).statusCode())
                        .isIn(200, 202));
        assertThat(rows(Action.VEHICLES_IMPORTED, "", "AU166AA")).hasSize(1);
    }

    private void keys() throws Exception {
        String path = "/v1/cameras/audit-camera";
        once(Action.KEY_ADDED, "audit-camera", "", () -> put(path, "{\"name\":\"One\"}"));
        once(Action.KEY_CHANGED, "audit-camera", "", () -> put(path, "{\"name\":\"Two\"}"));
        assertThat(send("POST", path + "/key", "admin", "", "{}").statusCode()).isEqualTo(201);
        assertThat(rows(Action.KEY_ROTATED, "audit-camera", "")).hasSize(1);
        seen.add(Action.KEY_ROTATED);
        once(
                Action.KEY_REVOKED,
                "audit-camera",
                "",
                () -> assertThat(send("DELETE", path, "admin", "", "").statusCode())
                        .isIn(200, 202));
        HttpRequest.Builder csv = request("/v1/cameras", "admin")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("id\naudit-one\naudit-two\n"));
        once(
                Action.CAMERAS_IMPORTED,
                "cameras",
                "",
                () -> assertThat(HTTP.send(csv.build(), BodyHandlers.ofString()).statusCode())
                        .isIn(200, 202));
    }

    private void users() throws Exception {
        String path = "/v1/users/audit-user";
        once(Action.USER_ADDED, "audit-user", "", () -> put(path, "{\"role\":\"ANALYST\"}"));
        once(Action.USER_CHANGED, "audit-user", "", () -> put(path, "{\"role\":\"OPERATOR\"}"));
        once(Action.USER_DISABLED, "audit-user", "", () -> put(path, "{\"role\":\"OPERATOR\",\"enabled\":false}"));
        assertThat(send("POST", path + "/password", "admin", "", "{}").statusCode())
                .isEqualTo(200);
        assertThat(rows(Action.PASSWORD_CHANGED, "audit-user", "")).hasSize(1);
        seen.add(Action.PASSWORD_CHANGED);
    }

    private void logins() throws Exception {
        int before = rows(Action.LOGIN, "", "").size();
        Browser.of(port, "operator", "operator-word");
        Browser.of(port, "operator", "operator-word");
        assertThat(rows(Action.LOGIN, "", "")).hasSize(before + 2);
        seen.add(Action.LOGIN);
        for (int i = 0; i < 13; i++) {
            HttpRequest wrong = request("/v1/system", "AU188AA")
                    .header("X-Forwarded-For", "203.0.113.77")
                    .build();
            HTTP.send(wrong, BodyHandlers.ofString());
        }
        assertThat(jdbc.sql("SELECT who FROM audit WHERE action = 'LOGIN_LOCKED' AND address = '203.0.113.77'")
                        .query(String.class)
                        .list())
                .containsExactly("");
        seen.add(Action.LOGIN_LOCKED);
    }

    private void readings() throws Exception {
        Story story = charged("AU199AA");
        once(Action.SEARCH, "stays", "AU199AA", () -> ask("/v1/stays?plate=au-199-aa"));
        once(Action.SEARCH, "captures", "AU199", () -> ask("/v1/captures?match=prefix&plate=AU199"));
        once(Action.SEARCH, "charges", "AU199AA", () -> ask("/v1/charges?plate=AU199AA"));
        once(Action.SEARCH, "vehicles", "AU199AA", () -> ask("/v1/vehicles/AU199AA"));
        int searches = rows(Action.SEARCH, "stays", "").size();
        ask("/v1/stays");
        assertThat(rows(Action.SEARCH, "stays", "")).hasSize(searches);
        once(Action.EXPORT, "captures", "AU199AA", () -> csv("/v1/captures?plate=AU199AA", "analyst"));
        once(Action.EXPORT, "2021-03-02", "", () -> csv("/v1/reports/2021-03-02", "analyst"));
        once(
                Action.STATEMENT,
                story.chargeId(),
                "AU199AA",
                () -> ask("/v1/charges/" + story.chargeId() + "/statement"));
        String photo = "/v1/captures/" + story.captureId() + "/image";
        for (int i = 0; i < 3; i++) {
            assertThat(ask(photo).statusCode()).isEqualTo(200);
        }
        await().until(() ->
                !rows(Action.PHOTO_VIEWED, story.captureId().toString(), "").isEmpty());
        assertThat(rows(Action.PHOTO_VIEWED, story.captureId().toString(), "")).hasSize(1);
        seen.add(Action.PHOTO_VIEWED);
        once(Action.AUDIT_READ, "", "AU199AA", () -> audit("plate=AU199AA"));
    }

    private void erasure() throws Exception {
        String erase = "{\"plate\":\"AU100AA\",\"reason\":\"the owner of AU100AA asked\"}";
        once(
                Action.SEARCH,
                "erasures",
                "AU100AA",
                () -> assertThat(send("POST", "/v1/erasures?dryRun=true", "admin", "", erase)
                                .statusCode())
                        .isEqualTo(200));
        once(
                Action.ERASED,
                "",
                "AU100AA",
                () -> assertThat(send("POST", "/v1/erasures", "admin", "one", erase)
                                .statusCode())
                        .isEqualTo(202));
    }

    private interface Doing {
        void run() throws Exception;
    }

    /** Done twice it is one row, beside those that other tests left. */
    private void once(Action action, Object subject, String plate, Doing doing) throws Exception {
        String about = subject.toString();
        List<Boolean> expected = new ArrayList<>(rows(action, about, plate));
        expected.add(true);
        doing.run();
        doing.run();
        assertThat(rows(action, about, plate)).as(action + " " + about).containsExactlyInAnyOrderElementsOf(expected);
        seen.add(action);
    }

    /** Every column of every row, ids as their bytes and as hex. */
    private List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String table : List.of("audit", "audit_plate")) {
            jdbc.sql("SELECT * FROM " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> row.values()
                            .forEach(value -> all.add(
                                    value instanceof byte[] bytes
                                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                                            : "" + value)));
        }
        return all;
    }

    private void command(String path, String json) throws Exception {
        assertThat(send("POST", path, "operator", "one", json).statusCode()).isEqualTo(202);
    }

    private void put(String path, String json) throws Exception {
        assertThat(send("PUT", path, "admin", "", json).statusCode()).isIn(200, 201, 202);
    }

    private static String at(String instant) {
        return "{\"at\":\"" + instant + "\"}";
    }

    private Story opened(String plate) throws Exception {
        Story story = Story.of(plate, Duration.ofMinutes(70));
        Story.send(TestKafka.bootstrap(), story.open());
        awaitJson("/v1/stays/" + story.stayId(), "/state", "OPEN");
        awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
        return story;
    }

    private Story charged(String plate) throws Exception {
        Story story = opened(plate);
        Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plusSeconds(3660)));
        awaitJson("/v1/charges/" + story.chargeId(), "/state", "ISSUED");
        return story;
    }
}
