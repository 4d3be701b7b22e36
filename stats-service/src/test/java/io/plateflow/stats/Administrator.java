package io.plateflow.stats;

import io.plateflow.contracts.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Whoever puts things in force and asks after them; every answer must keep to the contract. */
public abstract class Administrator extends RunningService {

    protected HttpResponse<String> put(String path, String json, String... headers) throws Exception {
        HttpRequest.Builder request = request(path, "admin").header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return kept(request.PUT(BodyPublishers.ofString(json)));
    }

    protected HttpResponse<String> post(String path, String user, String json) throws Exception {
        return kept(
                request(path, user).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    protected HttpResponse<String> get(String path) throws Exception {
        return kept(request(path, "analyst").GET());
    }

    protected static HttpResponse<String> kept(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        Contract.assertKept(answer);
        return answer;
    }

    protected static JsonNode body(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    /** {@code field code} of every fault that a refusal names. */
    protected static List<String> faults(HttpResponse<String> refusal) {
        return StreamSupport.stream(body(refusal).at("/errors").spliterator(), false)
                .map(f -> f.at("/field").asString() + " " + f.at("/code").asString())
                .toList();
    }
}
