package io.plateflow.local.bench;

import io.plateflow.client.PlateflowClient;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What became of some captures, in words: how many were kept, how their stays stand, what is charged.
 *
 * @param words for example {@code 2 captures, CLOSED, 5600.00 of AC123BD by version 1}
 */
record Outcome(String words) {
    static final String VOIDED = "VOIDED";

    /** @param history whether charges that are no longer in force are told too */
    static Outcome of(PlateflowClient client, List<UUID> captures, boolean history) {
        Map<UUID, JsonNode> stays = new LinkedHashMap<>();
        for (UUID capture : captures) {
            JsonNode seen = client.capture(capture);
            if (!seen.has("stayId")) {
                return new Outcome("a capture is " + seen.path("status").asString() + " and in no stay");
            }
            stays.computeIfAbsent(UUID.fromString(seen.path("stayId").asString()), client::stay);
        }
        Stream<String> kept = Stream.of(captures.size() + (captures.size() == 1 ? " capture" : " captures"));
        Stream<String> charges = stays.values().stream()
                .map(stay -> stay.path("zone").asString())
                .distinct()
                .flatMap(zone -> charges(client, zone))
                .filter(charge ->
                        stays.containsKey(UUID.fromString(charge.path("stayId").asString())))
                .filter(charge -> history || !charge.path("state").asString().equals(VOIDED))
                .sorted(Comparator.comparing(charge -> charge.path("state").asString()))
                .map(Outcome::charge);
        return new Outcome(Stream.of(kept, stays.values().stream().map(Outcome::stay), charges)
                .flatMap(words -> words)
                .collect(Collectors.joining(", ")));
    }

    private static Stream<JsonNode> charges(PlateflowClient client, String zone) {
        JsonNode items = client.get("/v1/charges?limit=500&zone=" + zone).path("items");
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static String stay(JsonNode stay) {
        String state = stay.path("state").asString();
        boolean confusable = StreamSupport.stream(stay.path("flags").spliterator(), false)
                .anyMatch(flag -> flag.asString().equals("CONFUSABLE"));
        return state
                + (confusable ? " CONFUSABLE" : "")
                + (state.equals("NEEDS_REVIEW")
                        ? " with " + stay.path("amountSoFar").path("amount").asString("nothing") + " so far"
                        : "");
    }

    private static String charge(JsonNode charge) {
        String tariff = charge.path("tariff").asString();
        return "%s of %s by version %s%s"
                .formatted(
                        charge.path("amount").path("amount").asString(),
                        charge.path("plate").asString(),
                        tariff.substring(tariff.indexOf('@') + 1),
                        charge.path("state").asString().equals(VOIDED) ? " " + VOIDED : "");
    }
}
