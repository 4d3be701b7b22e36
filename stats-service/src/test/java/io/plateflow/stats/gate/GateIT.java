package io.plateflow.stats.gate;

import static io.plateflow.domain.stay.Direction.ENTRY;
import static io.plateflow.domain.stay.Direction.EXIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.StayRecord.State;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.storage.Columns;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a gate is told of its vehicles, and that each pays once. */
class GateIT extends RunningService {
    private static final AtGate GARAGE = new AtGate(new Coordinates(-38.00042, -57.55622));
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void tellsWhatEachVehicleOwesWhoCameFirstFirst() throws Exception {
        UUID entry = GARAGE.read("g1-in", ENTRY, ago(137), "GA123BD", false);
        UUID charged = GARAGE.read("g1", EXIT, ago(3), "GA123BD", false);
        UUID again = GARAGE.read("g1", EXIT, ago(2), "GA123BD", false);
        UUID open = GARAGE.read("g1", EXIT, ago(1), "GD456EF", false);
        GARAGE.charged("GA123BD", ago(137), ago(3), entry, charged, again);
        GARAGE.stay("GD456EF", State.OPEN, ago(20), null, Set.of(), open);

        JsonNode items = awaitStates("g1", "DUE DUE");

        assertThat(items.at("/0/capture/id").asString()).isEqualTo(charged.toString());
        assertThat(items.at("/0/entryCaptureId").asString()).isEqualTo(entry.toString());
        assertThat(items.at("/0/due/amount").asString()).isEqualTo("1500.00");
        assertThat(items.at("/0").has("rise")).isFalse();
        assertThat(items.at("/1/due/amount").asString()).isEqualTo("500.00");
        assertThat(Instant.parse(items.at("/1/rise/at").asString())).isEqualTo(ago(-40));
        assertThat(items.at("/1/rise/amount/amount").asString()).isEqualTo("1000.00");
    }

    @Test
    void saysWhatIsToBeDoneWhereNoAmountIsKnown() throws Exception {
        GARAGE.photo("g2", EXIT, ago(6));
        GARAGE.unread("g2", ago(5));
        GARAGE.read("g2", EXIT, ago(4), "GA125BD", true);
        UUID lone = GARAGE.read("g2", EXIT, ago(3), "GA126BD", false);
        UUID free = GARAGE.read("g2", EXIT, ago(2), "GA127BD", false);
        GARAGE.read("g2", EXIT, ago(1), "GA128BD", false);
        GARAGE.read("g2", EXIT, ago(31), "GA129BD", false);
        GARAGE.stay("GA126BD", State.NEEDS_REVIEW, ago(3), ago(3), Set.of("MISSING_ENTRY"), lone);
        GARAGE.charged("GA127BD", ago(2), ago(2), free);

        awaitStates("g2", "READING PLATE PLATE NO_ENTRY FREE NO_STAY");
        assertThat(refusal(ask("/v1/exits"))).isEqualTo("422 camera_missing");
    }

    @Test
    void takesThePaymentOfAVehicleOnceHoweverManyGatesAskAtOnce() throws Exception {
        UUID exit = GARAGE.read("g3", EXIT, ago(1), "GA223BD", false);
        UUID stay = GARAGE.charged("GA223BD", ago(90), ago(1), exit);
        awaitStates("g3", "DUE");
        String pay = "/v1/stays/" + stay + "/payments";
        String body = "{\"amount\":\"1000.00\",\"method\":\"cash\"}";

        List<Callable<String>> gates = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String user = i % 2 == 0 ? "operator" : "admin";
            String key = "gate-" + i;
            gates.add(() -> status(send("POST", pay, user, key, body)));
        }
        List<String> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(gates.size());
        for (Future<String> answer : threads.invokeAll(gates)) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(answers)
                .containsOnlyOnce("202")
                .filteredOn(a -> !a.equals("202"))
                .containsOnly("409 already_paid");
        JsonNode paid = awaitStates("g3", "PAID");
        assertThat(paid.at("/0/payment/method").asString()).isEqualTo("cash");
        int first = answers.indexOf("202");
        String user = first % 2 == 0 ? "operator" : "admin";
        assertThat(paid.at("/0/payment/by").asString()).isEqualTo(user);
        assertThat(status(send("POST", pay, user, "gate-" + first, body)))
                .as("sent again")
                .isEqualTo("202");
        await().until(() -> payments(exit), List.of("1000.0000 cash")::equals);
        assertThat(status(send("POST", pay, "admin", "later", body))).isEqualTo("409 already_paid");
        assertThat(status(send("POST", pay, user, "gate-" + first, body))).isEqualTo("202");
        assertThat(payments(exit)).hasSize(1);
    }

    @Test
    void checksAnOpenStayOutAtTheAmountThatWasShownAndTakesIt() throws Exception {
        UUID seen = GARAGE.read("g4", EXIT, ago(1), "GA323BD", false);
        UUID stay = GARAGE.stay("GA323BD", State.OPEN, ago(61), null, Set.of(), seen);
        JsonNode exit = awaitStates("g4", "DUE").at("/0");
        String at = exit.at("/stay/quotedAt").asString();
        String pay = "/v1/stays/" + stay + "/payments";

        assertThat(status(pay(pay, "{\"amount\":\"1000.00\",\"method\":\"cash\"}")))
                .isEqualTo("422 at_missing");
        assertThat(status(pay(pay, "{\"amount\":\"1000.00\",\"method\":\"cash\",\"at\":\"" + ago(3) + "\"}")))
                .isEqualTo("409 quote_expired");
        assertThat(status(pay(pay, "{\"amount\":\"900.00\",\"method\":\"cash\",\"at\":\"" + at + "\"}")))
                .isEqualTo("409 amount_changed");
        assertThat(status(pay(pay, "{\"amount\":\"1000.00\",\"at\":\"" + at + "\"}")))
                .isEqualTo("422 method_missing");
        assertThat(status(pay(pay, "{\"amount\":\"1000.00\",\"method\":\"qr\",\"at\":\"" + at + "\"}")))
                .isEqualTo("202");

        assertThat(awaitStates("g4", "PAID").at("/0/payment/method").asString()).isEqualTo("qr");
        await().until(() -> payments(seen), List.of("1000.0000 qr")::equals);
        assertThat(kinds(seen)).containsExactlyInAnyOrder("stay.checkout", "charge.settle");
    }

    @Test
    void takesNothingWhereNothingIsOwed() throws Exception {
        UUID lone = GARAGE.read("g5", EXIT, ago(2), "GA423BD", false);
        UUID free = GARAGE.read("g5", EXIT, ago(1), "GA424BD", false);
        UUID stay = GARAGE.stay("GA423BD", State.NEEDS_REVIEW, ago(2), ago(2), Set.of("MISSING_ENTRY"), lone);
        UUID nothing = GARAGE.charged("GA424BD", ago(1), ago(1), free);
        awaitStates("g5", "NO_ENTRY FREE");
        String body = "{\"amount\":\"1.00\",\"method\":\"cash\"}";

        assertThat(status(pay("/v1/stays/" + stay + "/payments", body))).isEqualTo("409 amount_unknown");
        assertThat(status(pay("/v1/stays/" + nothing + "/payments", body))).isEqualTo("409 nothing_due");
        assertThat(status(pay("/v1/stays/" + UUID.randomUUID() + "/payments", body)))
                .isEqualTo("404 not_found");
        assertThat(status(send("POST", "/v1/stays/" + nothing + "/payments", "analyst", "", body)))
                .isEqualTo("403 role_missing");
    }

    @Test
    void offersTheStaysThatAnExitMayEndTheLikeliestFirst() throws Exception {
        AtGate garage = new AtGate(new Coordinates(-38.50042, -58.55622));
        for (int i = 0; i < 5; i++) {
            UUID entry = garage.read("g6-in", ENTRY, ago(60 - i), "GZ90" + i + "ZZ", false);
            garage.stay("GZ90" + i + "ZZ", State.OPEN, ago(60 - i), null, Set.of(), entry);
        }
        UUID alike = garage.read("g6-in", ENTRY, ago(300), "GA523BD", false);
        garage.stay("GA523BD", State.OPEN, ago(300), null, Set.of(), alike);
        UUID later = garage.read("g6-in", ENTRY, now.plusSeconds(5), "GZ909ZZ", false);
        garage.stay("GZ909ZZ", State.OPEN, now.plusSeconds(5), null, Set.of(), later);
        UUID lone = garage.read("g6", EXIT, ago(1), "GA523BO", false);
        UUID stay = garage.stay("GA523BO", State.NEEDS_REVIEW, ago(1), ago(1), Set.of("MISSING_ENTRY"), lone);
        awaitAllInRows();

        assertThat(plates("/v1/captures/" + lone + "/candidates"))
                .containsExactly("GA523BD", "GZ904ZZ", "GZ903ZZ", "GZ902ZZ", "GZ901ZZ");
        UUID unread = garage.unread("g6", ago(0));
        awaitAllInRows();
        assertThat(plates("/v1/captures/" + unread + "/candidates"))
                .as("without a plate the latest alone")
                .containsExactly("GZ904ZZ", "GZ903ZZ", "GZ902ZZ", "GZ901ZZ", "GZ900ZZ");
        assertThat(accepted(
                                "/v1/stays/" + stay + "/resolve",
                                "{\"joinCaptureId\":\"" + alike + "\",\"reason\":\"seen at the gate\"}")
                        .at("/stayId")
                        .asString())
                .isEqualTo(stay.toString());
    }

    @Test
    void knowsTheCamerasOfExitsFromOthers() throws Exception {
        GARAGE.photo("g7-in", ENTRY, ago(1));
        GARAGE.photo("g7", EXIT, ago(1));
        awaitAllInRows();
        List<String> cameras = new ArrayList<>();
        json("/v1/stats/cameras?direction=EXIT")
                .path("items")
                .forEach(one -> cameras.add(one.path("camera").asString()));
        assertThat(cameras).contains("g7").doesNotContain("g7-in");
    }

    private Instant ago(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    private JsonNode awaitStates(String camera, String states) {
        return await(camera + " " + states)
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> json("/v1/exits?camera=" + camera).path("items"),
                        items -> states(items).equals(states));
    }

    private static String states(JsonNode items) {
        List<String> states = new ArrayList<>();
        items.forEach(item -> states.add(item.path("state").asString()));
        return String.join(" ", states);
    }

    private List<String> plates(String path) throws Exception {
        List<String> plates = new ArrayList<>();
        json(path).path("items").forEach(stay -> plates.add(stay.path("plate").asString()));
        return plates;
    }

    private HttpResponse<byte[]> pay(String path, String json) throws Exception {
        return send("POST", path, "operator", "", json);
    }

    private static String status(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 202 ? "202" : refusal(answer);
    }

    private List<String> payments(UUID capture) {
        return jdbc.sql("SELECT CONCAT(amount, ' ', method) FROM settlement WHERE capture_id = :id")
                .param("id", Columns.bytes(capture))
                .query(String.class)
                .list();
    }

    private List<String> kinds(UUID capture) {
        return jdbc.sql("SELECT kind FROM decision WHERE capture_id = :id")
                .param("id", Columns.bytes(capture))
                .query(String.class)
                .list();
    }
}
