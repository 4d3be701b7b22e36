package io.plateflow.local.bench;

import static java.util.Objects.requireNonNull;

import io.plateflow.client.Patience;
import io.plateflow.client.PlateflowClient;
import io.plateflow.client.Posted;
import io.plateflow.contracts.Json;
import io.plateflow.local.samples.CarPhoto;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A place where one case happens, and the hands of those who send photos to it and press buttons about it. */
final class Stage {
    private static final double RADIUS_METERS = 100;

    final EventCase played;
    final List<UUID> captures = new ArrayList<>();
    private final PlateflowClient client;
    private final Patience patience;
    private final String name;
    private final double latitude;
    private final double longitude;
    private int photos;

    Stage(EventCase played, PlateflowClient client, Patience patience, String name, double latitude, double longitude) {
        this.played = played;
        this.client = client;
        this.patience = patience;
        this.name = name;
        this.latitude = latitude;
        this.longitude = longitude;
    }

    /** Publishes the tariff, then the zone; nothing where none is configured. */
    void build() {
        if (played.rules() == EventCase.Rules.AUTOMATIC) {
            return;
        }
        client.put("/v1/tariffs/" + name, BenchTariffs.named(played.tariff()));
        ObjectNode zone = Json.MAPPER.createObjectNode();
        zone.put("mode", played.rules().name())
                .put("closesAfter", played.rules().closesAfter.toString())
                .put("tariff", name);
        zone.putObject("shape")
                .putObject("circle")
                .put("latitude", latitude)
                .put("longitude", longitude)
                .put("radiusMeters", RADIUS_METERS);
        client.put("/v1/zones/" + name, zone);
    }

    /** Returns once captures that come in are placed by the zone. */
    void awaitOpening() {
        if (played.rules() != EventCase.Rules.AUTOMATIC) {
            patience.until(zone -> zone.path("active").asBoolean(), () -> client.get("/v1/zones/" + name));
        }
    }

    /** A further version of the zone's tariff. */
    void reprice(String tariff, Instant validFrom) {
        ObjectNode version = (ObjectNode) BenchTariffs.named(tariff);
        client.put("/v1/tariffs/" + name, version.put("validFrom", validFrom.toString()));
    }

    UUID photo(String plate, String direction, Instant at) {
        return photo(plate, direction, at, null, 1);
    }

    /** Sends the same photo several times, under one key of idempotency where one is given. */
    UUID photo(String plate, String direction, Instant at, @Nullable String key, int times) {
        byte[] image = CarPhoto.of(plate, ++photos);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("latitude", Double.toString(latitude));
        fields.put("longitude", Double.toString(longitude));
        fields.put("direction", direction);
        fields.put("capturedAt", at.toString());
        fields.put("cameraId", name);
        UUID id = null;
        for (int i = 0; i < times; i++) {
            Posted posted = client.post(image, "image/jpeg", fields, key);
            if (!(posted instanceof Posted.Accepted accepted)) {
                throw new IllegalStateException("a photo of the bench was refused: " + posted);
            }
            id = accepted.id();
            if (!captures.contains(id)) {
                captures.add(id);
            }
        }
        return requireNonNull(id);
    }

    /** Returns once the capture ended and is in a stay. */
    UUID stayOf(UUID capture) {
        JsonNode seen = patience.until(c -> c.has("stayId"), () -> client.capture(capture));
        return UUID.fromString(seen.path("stayId").asString());
    }

    /** Returns once the stay of {@code capture} is charged. */
    void awaitCharge(UUID capture) {
        UUID stay = stayOf(capture);
        patience.until(seen -> seen.has("chargeId"), () -> client.stay(stay));
    }

    void correct(UUID capture, String plate) {
        client.patch(
                "/v1/captures/" + capture + "/plate",
                Json.MAPPER.createObjectNode().put("plate", plate).put("reason", "bench"));
    }

    /** "Cobrar", at the amount of this moment. */
    void checkOut(UUID capture) {
        UUID stay = stayOf(capture);
        client.checkout(stay, Instant.parse(client.stay(stay).path("quotedAt").asString()));
    }

    /** What became of it so far. */
    Outcome outcome() {
        return Outcome.of(client, captures, played.tellsHistory());
    }
}
