package io.plateflow.stats.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Browser;
import io.plateflow.stats.OpenSession;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** What a viewer hears. */
class StreamIT extends RunningService {

    @Test
    void hearsOfAVehicleWhatTheQuestionsAnswer() throws Exception {
        Ear ear = Ear.over(HTTP, request("/v1/stream", "analyst").build());
        await().atMost(Duration.ofSeconds(30)).until(() -> ear.hears("ready"));
        Story story = Story.of("LI777VE", Duration.ofMinutes(10));
        Story.send(TestKafka.bootstrap(), story.open());
        Story.send(TestKafka.bootstrap(), story.end(Instant.now()));
        String charge = "charge " + story.chargeId();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> ear.hearsOf("capture " + story.captureId())
                        && ear.hearsOf("stay " + story.stayId())
                        && ear.hearsOf(charge)
                        && ear.hears("summary"));

        assertThat(ear.heard)
                .filteredOn(e -> e.isOfAThing() && e.thing().equals(charge))
                .singleElement()
                .satisfies(e -> {
                    ObjectNode asked = (ObjectNode) json("/v1/charges/" + story.chargeId());
                    // Of one charge alone, and far too long for each event.
                    asked.remove("trace");
                    assertThat(Json.MAPPER.readTree(e.data())).isEqualTo(asked);
                    assertThat(OffsetVector.parse(e.id())).isPresent();
                });
    }

    @Test
    void hearsOfAPaymentAsTheChargeOrTheStayThatItIsFor() throws Exception {
        Story charged = Story.of("LI888VE", Duration.ofMinutes(70));
        Story open = Story.of("LI999VE", Duration.ofMinutes(70));
        Story.send(TestKafka.bootstrap(), charged.open());
        Story.send(TestKafka.bootstrap(), charged.end(charged.seenAt().plus(Duration.ofMinutes(61))));
        Story.send(TestKafka.bootstrap(), open.open());
        awaitJson("/v1/charges/" + charged.chargeId(), "/balance/amount", "1000.00");
        String quotedAt = awaitJson("/v1/stays/" + open.stayId(), "/state", "OPEN")
                .at("/quotedAt")
                .asString();
        Ear ear = Ear.over(HTTP, request("/v1/stream", "analyst").build());
        await().atMost(Duration.ofSeconds(30)).until(() -> ear.hears("ready"));

        accepted("/v1/charges/" + charged.chargeId() + "/settlements", "{\"amount\":\"400.00\",\"method\":\"cash\"}");
        accepted(
                "/v1/stays/" + open.stayId() + "/payments",
                "{\"amount\":\"1000.00\",\"method\":\"qr\",\"at\":\"" + quotedAt + "\"}");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> says(ear, "charge " + charged.chargeId(), "/balance/amount", "600.00")
                        && says(ear, "stay " + open.stayId(), "/paid/0/amount", "1000.00"));
    }

    private static boolean says(Ear ear, String thing, String pointer, String value) {
        return ear.heard.stream()
                .filter(event -> event.isOfAThing() && event.thing().equals(thing))
                .anyMatch(event -> Json.MAPPER
                        .readTree(event.data())
                        .at(pointer)
                        .asString("")
                        .equals(value));
    }

    @Autowired
    Viewers viewers;

    @Autowired
    WebServerApplicationContext service;

    @Value("${server.servlet.session.timeout}")
    Duration shift;

    @Test
    void hearsNothingOnceItsUserIsDisabled() throws Exception {
        String user = "/v1/users/oyente";
        HttpResponse<byte[]> added = send("PUT", user, "admin", "", "{\"role\":\"ANALYST\"}");
        String password = Json.MAPPER.readTree(added.body()).at("/password").asString();
        String login = Base64.getEncoder().encodeToString(("oyente:" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest stream = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/stream"))
                .header("Authorization", "Basic " + login)
                .build();
        Ear ear = Ear.over(HTTP, stream);
        await().atMost(Duration.ofSeconds(30)).until(() -> ear.hears("ready"));
        viewers.beat();
        assertThat(ear.ended).isFalse();

        send("PUT", user, "admin", "", "{\"role\":\"ANALYST\",\"enabled\":false}");
        viewers.beat();
        await().atMost(Duration.ofSeconds(30)).until(() -> ear.ended);
    }

    @Test
    void hearsNothingOnceItsSessionIsOver() throws Exception {
        Browser stays = Browser.of(port, "operator", "operator-word");
        Browser leaves = Browser.of(port, "operator", "operator-word");
        Ear staying = Ear.over(stays.http(), stays.at("/v1/stream").build());
        Ear leaving = Ear.over(leaves.http(), leaves.at("/v1/stream").build());
        await().atMost(Duration.ofSeconds(30)).until(() -> staying.hears("ready") && leaving.hears("ready"));

        assertThat(leaves.signOut()).isEqualTo("/login?logout");
        await().atMost(Duration.ofSeconds(10)).until(() -> leaving.ended);
        assertThat(staying.ended).isFalse();

        OpenSession.of(service, stays).leave(Instant.now().minus(shift));
        viewers.beat();
        await().atMost(Duration.ofSeconds(30)).until(() -> staying.ended);
    }
}
