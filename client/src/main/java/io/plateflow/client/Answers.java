package io.plateflow.client;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How bodies are read: JSON where all went well, else a problem as RFC 9457 has it, every fault in its {@code errors}. */
final class Answers {
    static final JsonMapper JSON = new JsonMapper();

    private Answers() {}

    /**
     * The tree of a good answer.
     *
     * @throws Refusal for an error, with its faults
     * @throws NoAnswer when a good answer is no JSON
     */
    static JsonNode tree(HttpResponse<byte[]> answer) {
        String asked = answer.request().method() + " " + answer.uri().getPath();
        if (answer.statusCode() / 100 != 2) {
            throw new Refusal(asked, answer.statusCode(), faults(answer));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new NoAnswer(asked + " was not answered with JSON", e);
        }
    }

    /** At least one. */
    static List<Fault> faults(HttpResponse<byte[]> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            List<Fault> faults = StreamSupport.stream(problem.path("errors").spliterator(), false)
                    .map(Answers::fault)
                    .toList();
            if (!faults.isEmpty()) {
                return faults;
            }
            if (problem.has("code")) {
                return List.of(fault(problem));
            }
        } catch (JacksonException notOurs) {
            return List.of(unexplained(answer, notOurs));
        }
        return List.of(unexplained(answer, null));
    }

    private static Fault fault(JsonNode problem) {
        String title = problem.path("title").asString("refused without a reason");
        return new Fault(
                problem.path("code").asString("unknown"),
                problem.path("field").asString(null),
                problem.path("detail").asString(title));
    }

    private static Fault unexplained(HttpResponse<byte[]> answer, @Nullable JacksonException malformed) {
        return new Fault(
                "http_" + answer.statusCode(),
                null,
                malformed == null ? "refused without a reason" : "the answer is not Plateflow's own JSON");
    }
}
