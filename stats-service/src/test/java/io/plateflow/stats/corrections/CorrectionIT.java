package io.plateflow.stats.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.plate.Plate;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Sent;
import io.plateflow.stats.Story;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person says what a plate is, and billing hears of it. */
class CorrectionIT extends RunningService {

    @Test
    void numbersCorrectionsAndTellsBillingTheWholeSighting() throws Exception {
        Story story = opened("CO111AA", Duration.ofMinutes(20));

        HttpResponse<byte[]> first =
                correct(story, "one", "{\"plate\":\"co 112-aa\",\"reason\":\"looked at the photo\"}");
        assertThat(first.statusCode()).isEqualTo(202);
        JsonNode accepted = Json.MAPPER.readTree(first.body());
        assertThat(accepted.at("/plate").asString()).isEqualTo("CO112AA");
        assertThat(accepted.at("/captureIds/0").asString())
                .isEqualTo(story.captureId().toString());
        awaitJson("/v1/captures/" + story.captureId(), "/plate/effective", "CO112AA");

        HttpResponse<byte[]> repeat =
                correct(story, "one", "{\"plate\":\"CO112AA\",\"reason\":\"looked at the photo\"}");
        assertThat(Json.MAPPER.readTree(repeat.body())).isEqualTo(accepted);
        assertThat(correct(story, "two", "{\"plate\":null,\"reason\":\"mud\"}").statusCode())
                .isEqualTo(202);
        JsonNode capture = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> json("/v1/captures/" + story.captureId()),
                        answer -> answer.at("/plate/corrections").asInt() == 2);
        assertThat(capture.at("/plate").has("effective")).isFalse();
        assertThat(capture.at("/plate/observed").asString()).isEqualTo("CO111AA");

        List<PlateCorrected> sent = await().until(sentOf(story), all -> all.size() >= 2);
        assertThat(sent).extracting(PlateCorrected::n).containsExactly(1, 2);
        assertThat(sent).extracting(PlateCorrected::plate).containsExactly(new Plate("CO112AA"), null);
        assertThat(sent.get(0).by()).isEqualTo("operator");
        assertThat(sent.get(0).capture().capturedAt()).isEqualTo(story.seenAt());
        assertThat(sent.get(0).capture().place().latitude()).isEqualTo(-34.60373);
    }

    @Test
    void correctsAllCapturesOfTheStayWithTheSameReadingUnlessToldOtherwise() throws Exception {
        Story first = opened("CO222AA", Duration.ofMinutes(20));
        Story second = first.seenAgain(UUID.randomUUID(), "CO222AA");
        Story other = first.seenAgain(UUID.randomUUID(), "CO222AB");
        Story.send(TestKafka.bootstrap(), second.open());
        Story.send(TestKafka.bootstrap(), other.open());
        Story.send(TestKafka.bootstrap(), first.withCaptures(3, second.captureId(), other.captureId()));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        json("/v1/stays/" + first.stayId()).at("/captureIds").size() == 3);
        awaitJson("/v1/captures/" + second.captureId(), "/status", "READ");
        awaitJson("/v1/captures/" + other.captureId(), "/status", "READ");

        JsonNode whole = Json.MAPPER.readTree(
                correct(first, "", "{\"plate\":\"CO223AA\",\"reason\":\"a 3\"}").body());
        assertThat(whole.at("/captureIds").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        first.captureId().toString(), second.captureId().toString());
        JsonNode one = Json.MAPPER.readTree(
                correct(first, "", "{\"plate\":\"CO224AA\",\"reason\":\"a 4\",\"applyTo\":\"CAPTURE\"}")
                        .body());
        assertThat(one.at("/captureIds").size()).isOne();
        awaitJson("/v1/captures/" + first.captureId(), "/plate/effective", "CO224AA");
        awaitJson("/v1/captures/" + second.captureId(), "/plate/effective", "CO223AA");
        awaitJson("/v1/captures/" + other.captureId(), "/plate/effective", "CO222AB");
    }

    @Test
    void givesEachOfManyAtOnceANumberOfItsOwn() throws Exception {
        Story story = opened("CO333AA", Duration.ofMinutes(20));
        List<Thread> persons = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        correct(story, "p" + i, "{\"plate\":\"CO33" + i + "AA\",\"reason\":\"mine\"}");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        persons.forEach(Thread::start);
        for (Thread person : persons) {
            person.join();
        }
        List<PlateCorrected> sent = await().atMost(Duration.ofSeconds(30)).until(sentOf(story), all -> all.size() >= 8);
        assertThat(sent.stream().map(PlateCorrected::n).distinct()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        String last = sent.stream()
                .filter(c -> c.n() == 8)
                .map(c -> String.valueOf(c.plate()))
                .findFirst()
                .orElseThrow();
        awaitJson("/v1/captures/" + story.captureId(), "/plate/effective", last);
    }

    @Test
    void namesEveryFaultAndWhatIsTooOld() throws Exception {
        Story story = opened("CO444AA", Duration.ofMinutes(20));
        assertThat(refusal(correct(story, "", "{\"plate\":\"!\",\"applyTo\":\"ALL\"}")))
                .isEqualTo("422 applyTo_unknown plate_malformed reason_missing");
        assertThat(refusal(correct(story, "", "{\"reason\":\"x\"}"))).isEqualTo("422 plate_missing");
        assertThat(refusal(correct(story, "", "[]"))).isEqualTo("422 body_malformed");
        assertThat(refusal(send(
                        "PATCH",
                        "/v1/captures/" + UUID.randomUUID() + "/plate",
                        "operator",
                        "",
                        "{\"plate\":\"AA111AA\",\"reason\":\"x\"}")))
                .isEqualTo("404 not_found");
        assertThat(refusal(send(
                        "PATCH",
                        "/v1/captures/" + story.captureId() + "/plate",
                        "analyst",
                        "",
                        "{\"plate\":\"AA111AA\",\"reason\":\"x\"}")))
                .isEqualTo("403 role_missing");
        Story old = opened("CO555AA", Duration.ofDays(91));
        assertThat(refusal(correct(old, "", "{\"plate\":\"AA111AA\",\"reason\":\"x\"}")))
                .isEqualTo("409 ledger_closed");
    }

    private Story opened(String plate, Duration ago) throws Exception {
        Story story = Story.of(plate, ago);
        Story.send(TestKafka.bootstrap(), story.open());
        awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
        awaitJson("/v1/stays/" + story.stayId(), "/state", "OPEN");
        return story;
    }

    private HttpResponse<byte[]> correct(Story story, String key, String json) throws Exception {
        return send("PATCH", "/v1/captures/" + story.captureId() + "/plate", "operator", key, json);
    }

    private static Callable<List<PlateCorrected>> sentOf(Story story) {
        // An instance that ends between sending one and noting it sends that one again.
        return () ->
                Sent.to(Topics.READINGS, Json.serde(Reading.class).deserializer(), PlateCorrected.class).call().stream()
                        .filter(c -> c.captureId().equals(story.captureId()))
                        .distinct()
                        .toList();
    }
}
