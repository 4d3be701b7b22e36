package io.plateflow.local.bench;

import io.plateflow.client.PlateflowClient;
import io.plateflow.contracts.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the page <i>Salida</i> does, without a browser: hears the live events, asks for the vehicles of its camera when one
 * concerns them, and takes each amount as soon as it is there.
 */
final class GatePage {
    private static final Set<String> BEING_WORKED_ON = Set.of("READING", "WAITING");

    final String camera;
    /** When each photo first had an amount, or first needed a person; nanoseconds of the clock that never goes back. */
    final Map<UUID, Long> answered = new ConcurrentHashMap<>();
    /** Those that needed a person, and for what. */
    final Map<UUID, String> unsure = new ConcurrentHashMap<>();

    private final PlateflowClient client;
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();
    private final CountDownLatch listening = new CountDownLatch(1);
    private String event = "";

    GatePage(PlateflowClient client, String camera) {
        this.client = client;
        this.camera = camera;
    }

    /** Returns once it hears everything that happens from now on. */
    void open() throws InterruptedException {
        Thread thread = new Thread(this::listen, "gate " + camera);
        thread.setDaemon(true);
        thread.start();
        listening.await();
    }

    private void listen() {
        try (Stream<String> lines = client.stream()) {
            lines.forEach(this::hear);
        }
    }

    private void hear(String line) {
        if (line.startsWith("event:")) {
            event = line.substring("event:".length());
        } else if (line.startsWith("data:")) {
            if (event.equals("ready") || event.equals("reset")) {
                load();
                listening.countDown();
            } else if (!event.equals("summary") && concerns(Json.MAPPER.readTree(line.substring("data:".length())))) {
                load();
            }
        }
    }

    private boolean concerns(JsonNode told) {
        return event.equals("capture")
                ? told.path("cameraId").asString("").equals(camera)
                : told.path("captureIds").valueStream().anyMatch(id -> known.contains(UUID.fromString(id.asString())));
    }

    private void load() {
        JsonNode exits = client.get("/v1/exits?camera=" + URLEncoder.encode(camera, StandardCharsets.UTF_8));
        for (JsonNode exit : exits.path("items")) {
            UUID id = UUID.fromString(exit.at("/capture/id").asString());
            String state = exit.path("state").asString();
            known.add(id);
            if (!BEING_WORKED_ON.contains(state) && answered.putIfAbsent(id, System.nanoTime()) == null) {
                if (state.equals("DUE")) {
                    pay(exit);
                } else {
                    unsure.put(id, state);
                }
            }
        }
    }

    private void pay(JsonNode exit) {
        ObjectNode payment = Json.MAPPER.createObjectNode();
        payment.set("amount", exit.path("due"));
        payment.put("method", "cash");
        client.post("/v1/stays/" + exit.at("/stay/id").asString() + "/payments", payment);
    }
}
