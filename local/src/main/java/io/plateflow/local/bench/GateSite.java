package io.plateflow.local.bench;

import io.plateflow.client.Patience;
import io.plateflow.client.PlateflowClient;
import io.plateflow.client.Posted;
import io.plateflow.contracts.Json;
import io.plateflow.local.samples.CarPhoto;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A garage of its own for each run, the cars in it, and the old photos that somebody sends of it. */
record GateSite(PlateflowClient client, Patience patience, String name, double longitude, Instant now) {
    private static final double LATITUDE = -62;
    private static final double EASTERNMOST = -10;
    private static final long PLACES = 4_000;
    private static final double DEGREES = 0.01;
    private static final double RADIUS_METERS = 100;
    private static final Duration STAY = Duration.ofMinutes(137);
    /** Drawing takes longer than reading: old photos are these, over and over. */
    private static final int OLD_PICTURES = 12;

    /** Returns once captures there are of its zone. */
    static GateSite build(PlateflowClient client, Instant now, Patience patience) {
        long second = now.getEpochSecond();
        GateSite site = new GateSite(client, patience, "gate-" + second, EASTERNMOST - second % PLACES * DEGREES, now);
        client.put("/v1/tariffs/" + site.name, BenchTariffs.named("garage"));
        ObjectNode zone = Json.MAPPER.createObjectNode();
        zone.put("mode", "GATED").put("closesAfter", "PT24H").put("tariff", site.name);
        zone.putObject("shape")
                .putObject("circle")
                .put("latitude", LATITUDE)
                .put("longitude", site.longitude)
                .put("radiusMeters", RADIUS_METERS);
        client.put("/v1/zones/" + site.name, zone);
        patience.until(one -> one.path("active").asBoolean(), () -> client.get("/v1/zones/" + site.name));
        return site;
    }

    /** Each car's photo, once all of them are inside. */
    List<byte[]> enter(int cars) {
        List<byte[]> photos = new ArrayList<>();
        List<UUID> entries = new ArrayList<>();
        for (int i = 0; i < cars; i++) {
            byte[] photo = CarPhoto.of(plate(i), i);
            photos.add(photo);
            entries.add(photo(photo, name + "-in", "ENTRY", now.minus(STAY).plusSeconds(i)));
        }
        entries.forEach(id ->
                patience.until(seen -> !seen.path("status").asString().equals("PENDING"), () -> client.capture(id)));
        return photos;
    }

    /** Far enough apart that one misread character makes no other car's plate. */
    private static String plate(int car) {
        String letters = "ACFHJKMPRTUVWXY";
        return "A" + letters.charAt(car % 13) + (char) ('1' + car % 9) + (char) ('1' + car / 9 % 9)
                + (char) ('1' + (car + car / 9) % 9) + letters.charAt(car / 13 % 15) + letters.charAt((car * 7) % 15);
    }

    /** Photos that were taken hours ago, smaller than a camera's; returns once the gateway has them all. */
    void sendOld(int photos) {
        List<byte[]> pictures = IntStream.range(0, OLD_PICTURES)
                .mapToObj(i -> SmallPhoto.of(CarPhoto.of(plate(i), 1000 + i)))
                .toList();
        Instant first = now.minus(Duration.ofHours(12));
        IntStream.range(0, photos)
                .parallel()
                .forEach(i -> photo(
                        pictures.get(i % OLD_PICTURES),
                        name + "-old",
                        "PASS",
                        first.plusSeconds(i),
                        Map.of("priority", "bulk")));
    }

    /** How many of the old photos have been read. */
    long oldRead() {
        for (JsonNode camera : client.get("/v1/stats/cameras").path("items")) {
            if (camera.path("camera").asString().equals(name + "-old")) {
                return camera.path("read").asLong();
            }
        }
        return 0;
    }

    UUID photo(byte[] image, String camera, String direction, Instant at) {
        return photo(image, camera, direction, at, Map.of());
    }

    private UUID photo(byte[] image, String camera, String direction, Instant at, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("latitude", Double.toString(LATITUDE));
        fields.put("longitude", Double.toString(longitude));
        fields.put("direction", direction);
        fields.put("capturedAt", at.toString());
        fields.put("cameraId", camera);
        if (!(client.post(image, "image/jpeg", fields) instanceof Posted.Accepted accepted)) {
            throw new IllegalStateException("a photo of the bench was refused");
        }
        return accepted.id();
    }
}
