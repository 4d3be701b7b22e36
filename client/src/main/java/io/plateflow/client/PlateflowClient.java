package io.plateflow.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plateflow over its public HTTP interfaces; safe to use by all threads.
 *
 * <p>Busy answers and broken connections are tried again as {@link Retries} say: a photo has a key of idempotency and so
 * has a command, so that nothing is done twice. What stays unanswered is a {@link NoAnswer}; so is an interrupt, whose
 * flag stays set. A question or a command that is refused is a {@link Refusal}; a photo that is refused is a value.
 */
public final class PlateflowClient {
    private static final Duration KNOCK = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;

    private final Link link;
    private final URI gateway;
    private final String key;
    private final @Nullable URI stats;
    private final String authorization;

    /**
     * One that only sends.
     *
     * @param gateway its address, such as {@code http://localhost:8080}
     * @param key of the gateway, sent as {@code X-API-Key}
     */
    public PlateflowClient(URI gateway, String key) {
        this(gateway, key, null, "", Retries.DEFAULT);
    }

    /**
     * One that also asks.
     *
     * @param stats address of the stats service, such as {@code http://localhost:8081}
     * @param user of the stats service; an operator may check out, an analyst only looks
     */
    public PlateflowClient(URI gateway, String key, URI stats, String user, String password) {
        this(gateway, key, stats, basic(user, password), Retries.DEFAULT);
    }

    private PlateflowClient(URI gateway, String key, @Nullable URI stats, String authorization, Retries retries) {
        this.link = new Link(retries);
        this.gateway = gateway;
        this.key = key;
        this.stats = stats;
        this.authorization = authorization;
    }

    /** The same with another patience. */
    public PlateflowClient trying(Retries retries) {
        return new PlateflowClient(gateway, key, stats, authorization, retries);
    }

    /** @throws NoAnswer when nothing listens at the gateway's address; asked once, without patience */
    public void knock() {
        link.once(Link.to(gateway, "/v1/captures").timeout(KNOCK).build(), BodyHandlers.discarding());
    }

    /** Posts a photo; it is kept when this returns {@link Posted.Accepted}, and only then. */
    public Posted post(Photo photo) {
        return Posted.of(link.exchange(Link.to(gateway, "/v1/captures" + photo.query())
                .header("X-API-Key", key)
                .header("Content-Type", photo.contentType())
                .header("Idempotency-Key", photo.idempotencyKey())
                .POST(BodyPublishers.ofByteArray(photo.image()))));
    }

    /** As above, of an image and the gateway's query parameters. */
    public Posted post(byte[] image, String contentType, Map<String, String> fields) {
        return post(Photo.of(image, contentType).with(fields));
    }

    /** As above; {@code idempotencyKey} makes repeats one, whatever else they say. */
    public Posted post(byte[] image, String contentType, Map<String, String> fields, @Nullable String idempotencyKey) {
        Photo photo = Photo.of(image, contentType).with(fields);
        return post(idempotencyKey == null ? photo : photo.idempotencyKey(idempotencyKey));
    }

    /** The capture as it stands now; {@code status} PENDING too while the stats service has not heard of it. */
    public JsonNode capture(UUID id) {
        HttpResponse<byte[]> answer = ask("/v1/captures/" + id);
        return answer.statusCode() == NOT_FOUND
                ? Answers.JSON.createObjectNode().put("id", id.toString()).put("status", "PENDING")
                : Answers.tree(answer);
    }

    /** The capture once it has an end, READ, UNREADABLE or REJECTED; still PENDING when there was none {@code within}. */
    public JsonNode result(UUID id, Duration within) {
        return new Patience(within)
                .until(seen -> !"PENDING".equals(seen.path("status").asString("")), () -> capture(id));
    }

    /** The newest stays, as {@code {"items": […]}}. */
    public JsonNode stays() {
        return get("/v1/stays?limit=500");
    }

    /** The stay with {@code amountSoFar}, which holds at {@code quotedAt}. */
    public JsonNode stay(UUID id) {
        return get("/v1/stays/" + id);
    }

    /** The newest charges, as {@code {"items": […]}}. */
    public JsonNode charges() {
        return get("/v1/charges?limit=500");
    }

    /** Ends an open stay at the instant of the quote that was shown; the answer carries the amount. */
    public JsonNode checkout(UUID stayId, Instant quotedAt) {
        return post(
                "/v1/stays/" + stayId + "/checkout",
                Answers.JSON.createObjectNode().put("at", quotedAt.toString()));
    }

    /** Plates, places and money. */
    public JsonNode summary() {
        return get("/v1/stats/summary");
    }

    /** What the stats service answers to a question; {@code path} begins with a slash. */
    public JsonNode get(String path) {
        return Answers.tree(ask(path));
    }

    /** Puts something in force: a zone, a tariff. */
    public JsonNode put(String path, JsonNode content) {
        return command("PUT", path, content);
    }

    /** Asks for something to be done, once however often it has to be repeated: a payment. */
    public JsonNode post(String path, JsonNode content) {
        return command("POST", path, content);
    }

    /** Changes something: a capture's plate. */
    public JsonNode patch(String path, JsonNode content) {
        return command("PATCH", path, content);
    }

    /** The live events, line by line, until the connection ends; close it. */
    public Stream<String> stream() {
        HttpRequest request =
                toStats("/v1/stream").setHeader("Accept", "text/event-stream").build();
        return link.once(request, BodyHandlers.ofLines()).body();
    }

    /** How the pipeline is doing; asked once, without patience, for at most {@code limit}. */
    public JsonNode system(Duration limit) {
        HttpRequest request = toStats("/v1/system").timeout(limit).build();
        return Answers.tree(link.once(request, BodyHandlers.ofByteArray()));
    }

    private HttpResponse<byte[]> ask(String path) {
        return link.exchange(toStats(path).GET());
    }

    private JsonNode command(String method, String path, JsonNode content) {
        return Answers.tree(link.exchange(toStats(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, BodyPublishers.ofString(content.toString()))));
    }

    private HttpRequest.Builder toStats(String path) {
        if (stats == null) {
            throw new IllegalStateException("this client only sends: give it the address of the stats service, too");
        }
        return Link.to(stats, path).header("Authorization", authorization).header("Accept", "application/json");
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
