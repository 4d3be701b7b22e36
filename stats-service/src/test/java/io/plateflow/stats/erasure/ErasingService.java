package io.plateflow.stats.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;

/** The service, with a way to have plates and captures erased. */
abstract class ErasingService extends RunningService {
    private static final String PAID = """
            {"amount": {"amount": "500.00", "currency": "ARS"}, "method": "cash", "reference": "er-200-aa"}""";

    void pay(Story story) throws Exception {
        accepted("/v1/charges/" + story.chargeId() + "/settlements", PAID);
        awaitJson("/v1/charges/" + story.chargeId(), "/balance/amount", "0.00");
    }

    /** Has a plate erased, and returns once it is. */
    JsonNode erased(String plate) throws Exception {
        HttpResponse<byte[]> answer = erase(plate);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(202);
        String id = body(answer).path("id").asString();
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> body(send("GET", "/v1/erasures/" + id, "admin", "", "")), e -> e.has("doneAt"));
    }

    HttpResponse<byte[]> erase(String plate) throws Exception {
        return erase("", plate);
    }

    HttpResponse<byte[]> erase(String question, String plate) throws Exception {
        return erase("{\"plate\":\"%1$s\",\"reason\":\"the owner of %1$s asked\"}", plate, question);
    }

    HttpResponse<byte[]> eraseCapture(Story story) throws Exception {
        return erase("{\"captureId\":\"%s\",\"reason\":\"asked\"}", story.captureId(), "");
    }

    HttpResponse<byte[]> erase(String json, Object subject, String question) throws Exception {
        return send("POST", "/v1/erasures" + question, "admin", "", json.formatted(subject));
    }

    /** Why it was refused with 409, each with its subject. */
    static List<String> against(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(body(answer).path("code").asString()).isEqualTo("evidence_needed");
        return body(answer)
                .path("errors")
                .valueStream()
                .map(e -> e.path("code").asString() + " " + e.path("field").asString())
                .toList();
    }

    static JsonNode body(HttpResponse<byte[]> answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    static void send(List<ProducerRecord<String, byte[]>> records) throws Exception {
        Story.send(TestKafka.bootstrap(), records);
    }

    static String path(Story story) {
        return "/v1/captures/" + story.captureId();
    }

    List<String> everywhere(String plate) {
        return new Everywhere(jdbc).has(plate);
    }

    List<String> found(String plate) throws Exception {
        return json("/v1/captures?plate=" + plate)
                .path("items")
                .valueStream()
                .map(c -> c.path("id").asString())
                .toList();
    }
}
