package io.plateflow.local.send;

import io.plateflow.contracts.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the gateway says to a photo. */
public sealed interface Posted {

    /** The photo is kept; the same photo sent again gets the same id. */
    record Accepted(UUID id) implements Posted {}

    /** The photo is not kept, for every fault listed; at least one is. */
    record Refused(int status, List<Fault> faults) implements Posted {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * One thing that is wrong with a request.
     *
     * @param code stable, for programs
     * @param detail a sentence for people
     */
    record Fault(String code, String detail) {}

    /** Reads an answer of {@code POST /v1/captures}. */
    static Posted of(HttpResponse<byte[]> answer) {
        try {
            JsonNode body = Json.MAPPER.readTree(answer.body());
            if (answer.statusCode() / 100 == 2) {
                return new Accepted(UUID.fromString(body.required("id").asString()));
            }
            List<Fault> faults = StreamSupport.stream(body.path("errors").spliterator(), false)
                    .map(Posted::fault)
                    .toList();
            return new Refused(answer.statusCode(), faults.isEmpty() ? List.of(fault(body)) : faults);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Refused(
                    answer.statusCode(),
                    List.of(new Fault("http_" + answer.statusCode(), "the gateway's answer is not its own JSON")));
        }
    }

    private static Fault fault(JsonNode problem) {
        String title = problem.path("title").asString("refused without a reason");
        return new Fault(
                problem.path("code").asString("unknown"), problem.path("detail").asString(title));
    }
}
