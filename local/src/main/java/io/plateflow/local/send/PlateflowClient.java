package io.plateflow.local.send;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.plateflow.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Plateflow over its public HTTP interfaces; safe to use by all threads. Busy answers (429, 503) and broken connections
 * are tried again for up to two minutes, honouring Retry-After: ids are deterministic, so nothing is sent twice. What
 * stays unanswered is a {@link NoAnswer}; so is an interrupt, whose flag stays set.
 */
public final class PlateflowClient {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final RetryPolicy<HttpResponse<byte[]>> PATIENCE = RetryPolicy.<HttpResponse<byte[]>>builder()
            .handle(IOException.class)
            .handleResultIf(answer -> answer != null && (answer.statusCode() == 429 || answer.statusCode() == 503))
            .withDelayFn(context -> retryAfter(context.getLastResult()))
            .withMaxDuration(Duration.ofMinutes(2))
            .withMaxAttempts(60)
            .build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;
    private final String key;
    private final URI stats;
    private final String authorization;

    /**
     * @param key of the gateway, sent as {@code X-API-Key}
     * @param user of the stats service; an operator may check out, an analyst only looks
     */
    public PlateflowClient(URI gateway, String key, URI stats, String user, String password) {
        this.gateway = gateway;
        this.key = key;
        this.stats = stats;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws NoAnswer when nothing listens at the gateway's address; asked once, without patience */
    public void knock() {
        once(
                HttpRequest.newBuilder(gateway.resolve("/v1/captures"))
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                BodyHandlers.discarding());
    }

    /**
     * Posts a photo.
     *
     * @param contentType {@code image/jpeg}, {@code image/png} or {@code image/webp}
     * @param fields query parameters of the gateway, such as {@code latitude} or {@code capturedAt}
     */
    public Posted post(byte[] image, String contentType, Map<String, String> fields) {
        return post(image, contentType, fields, null);
    }

    /** As above; {@code idempotencyKey} makes repeats one, whatever else they say. */
    public Posted post(byte[] image, String contentType, Map<String, String> fields, @Nullable String idempotencyKey) {
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve("/v1/captures?" + query))
                .header("X-API-Key", key)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(image));
        return Posted.of(
                exchange(idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey)));
    }

    /** The capture as it stands now; {@code status} PENDING too while the stats service has not heard of it. */
    public JsonNode capture(UUID id) {
        HttpResponse<byte[]> answer = ask("/v1/captures/" + id);
        return answer.statusCode() == 404
                ? Json.MAPPER.createObjectNode().put("id", id.toString()).put("status", "PENDING")
                : body(answer);
    }

    /** The newest stays, as {@code {"items": […]}}. */
    public JsonNode stays() {
        return body(ask("/v1/stays?limit=500"));
    }

    /** The stay with {@code amountSoFar}, which holds at {@code quotedAt}. */
    public JsonNode stay(UUID id) {
        return body(ask("/v1/stays/" + id));
    }

    /** The newest charges, as {@code {"items": […]}}. */
    public JsonNode charges() {
        return body(ask("/v1/charges?limit=500"));
    }

    /** Ends an open stay at the instant of the quote that was shown; the answer carries the amount. */
    public JsonNode checkout(UUID stayId, Instant quotedAt) {
        String at =
                Json.MAPPER.createObjectNode().put("at", quotedAt.toString()).toString();
        return body(exchange(toStats("/v1/stays/" + stayId + "/checkout")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(at))));
    }

    /** What the stats service answers to a question; {@code path} begins with a slash. */
    public JsonNode get(String path) {
        return body(ask(path));
    }

    /** Puts something in force: a zone, a tariff. */
    public JsonNode put(String path, JsonNode content) {
        return body(exchange(withJson("PUT", path, content)));
    }

    /** Asks for something to be done: a payment. */
    public JsonNode post(String path, JsonNode content) {
        return body(exchange(withJson("POST", path, content)));
    }

    /** The live events, line by line, until the connection ends; close it. */
    public Stream<String> stream() {
        return once(
                        toStats("/v1/stream")
                                .setHeader("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofLines())
                .body();
    }

    /** Changes something: a capture's plate. */
    public JsonNode patch(String path, JsonNode content) {
        return body(exchange(withJson("PATCH", path, content)));
    }

    /** Plates, places and money. */
    public JsonNode summary() {
        return body(ask("/v1/stats/summary"));
    }

    /** How the pipeline is doing; asked once, without patience, for at most {@code limit}. */
    public JsonNode system(Duration limit) {
        return body(once(toStats("/v1/system").timeout(limit).build(), BodyHandlers.ofByteArray()));
    }

    private HttpResponse<byte[]> ask(String path) {
        return exchange(toStats(path).GET());
    }

    private HttpRequest.Builder withJson(String method, String path, JsonNode content) {
        return toStats(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(content.toString()));
    }

    private HttpRequest.Builder toStats(String path) {
        return HttpRequest.newBuilder(stats.resolve(path))
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder building) {
        HttpRequest request = building.timeout(Duration.ofSeconds(60)).build();
        try {
            return Failsafe.with(PATIENCE).get(() -> http.send(request, BodyHandlers.ofByteArray()));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof IOException io) {
                throw unreachable(request.uri(), io);
            }
            throw interrupted(e);
        }
    }

    private <T> HttpResponse<T> once(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw unreachable(request.uri(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static JsonNode body(HttpResponse<byte[]> answer) {
        String asked = answer.request().method() + " " + answer.uri().getPath();
        if (answer.statusCode() / 100 != 2) {
            throw new NoAnswer(asked + " was answered " + answer.statusCode()
                    + (answer.statusCode() == 401 ? ": wrong user or password" : ""));
        }
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            throw new NoAnswer(asked + " was not answered with JSON", e);
        }
    }

    private static Duration retryAfter(@Nullable HttpResponse<byte[]> busy) {
        if (busy == null) {
            return PAUSE;
        }
        Duration asked = busy.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,4}")).stream()
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .findFirst()
                .orElse(PAUSE);
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    private static NoAnswer unreachable(URI uri, IOException cause) {
        return new NoAnswer("Nothing answers at " + uri.resolve("/") + " — is Plateflow running there?", cause);
    }

    private static NoAnswer interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return new NoAnswer("Interrupted while waiting for an answer", cause);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
