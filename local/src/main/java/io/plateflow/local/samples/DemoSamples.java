package io.plateflow.local.samples;

import io.plateflow.client.NoAnswer;
import io.plateflow.client.Patience;
import io.plateflow.client.PlateflowClient;
import io.plateflow.client.Posted;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The demonstration: sample photos of a day, three cars that pay, then a photo every few seconds for a minute. */
public final class DemoSamples {
    private static final Duration BETWEEN_PHOTOS = Duration.ofSeconds(5);
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(3));

    private final PlateflowClient client;
    private final PrintStream out;

    private DemoSamples(PlateflowClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /**
     * Plays all of it on the calling thread and returns; on an interrupt it returns at once, with the flag set.
     *
     * @throws NoAnswer when a service stays silent
     */
    public static void play(
            URI ingest, String ingestKey, URI stats, String operatorUser, String operatorPassword, PrintStream out) {
        System.setProperty("java.awt.headless", "true"); // before the first use of AWT: no display is needed
        PlateflowClient client = new PlateflowClient(ingest, ingestKey, stats, operatorUser, operatorPassword);
        DemoSamples demo = new DemoSamples(client, out);
        try {
            demo.playEarlier(Sample.EARLIER, Instant.now());
            demo.playLive(Sample.LIVE);
        } catch (NoAnswer e) {
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
    }

    private void playEarlier(List<Sample> samples, Instant now) {
        out.println("Sending " + samples.size() + " sample photos …");
        List<UUID> sent = new ArrayList<>();
        Map<Spot, UUID> oldest = new EnumMap<>(Spot.class);
        for (Sample sample : samples) {
            UUID id = send(sample, now);
            sent.add(id);
            oldest.putIfAbsent(sample.spot(), id);
        }
        long read = sent.stream().filter(id -> isRead(ended(id))).count();
        out.println("  " + read + " of " + sent.size() + " plates read");
        long charged = oldest.values().stream().filter(this::checkOut).count();
        JsonNode summary =
                PATIENCE.until(seen -> charged == 0 || !seen.path("charged").isEmpty(), client::summary);
        out.println("  " + summary.path("totalPlates").asInt() + " plates, "
                + summary.path("uniqueLocations").asInt() + " places, charged " + money(summary.path("charged")));
    }

    private void playLive(List<Sample> samples) {
        out.println("Sending one photo every " + BETWEEN_PHOTOS.toSeconds() + " s for a minute …");
        try {
            for (Sample sample : samples) {
                Thread.sleep(BETWEEN_PHOTOS.toMillis());
                send(sample, Instant.now());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        out.println("  all sent");
    }

    private UUID send(Sample sample, Instant now) {
        Posted posted = client.post(sample.photo(now), "image/jpeg", sample.fields(now));
        if (posted instanceof Posted.Accepted accepted) {
            return accepted.id();
        }
        throw new IllegalStateException("a sample photo was refused: " + posted);
    }

    private JsonNode ended(UUID id) {
        return PATIENCE.until(seen -> !"PENDING".equals(seen.path("status").asString()), () -> client.capture(id));
    }

    /** Pays for the stay of a capture at the amount of its quote, and waits for the charge; false when it has none. */
    private boolean checkOut(UUID captureId) {
        JsonNode capture = isRead(ended(captureId))
                ? PATIENCE.until(seen -> seen.has("stayId"), () -> client.capture(captureId))
                : ended(captureId);
        if (!capture.has("stayId")) {
            return false;
        }
        UUID stayId = UUID.fromString(capture.path("stayId").asString());
        JsonNode quote = client.stay(stayId);
        JsonNode paid =
                client.checkout(stayId, Instant.parse(quote.path("quotedAt").asString()));
        PATIENCE.until(seen -> seen.has("chargeId"), () -> client.stay(stayId));
        out.println("  " + quote.path("plate").asString() + " leaves, charged " + money(paid.path("amount")));
        return true;
    }

    private static boolean isRead(JsonNode capture) {
        return "READ".equals(capture.path("status").asString());
    }

    private static String money(JsonNode amounts) {
        return amounts.isArray()
                ? StreamSupport.stream(amounts.spliterator(), false)
                        .map(DemoSamples::money)
                        .collect(Collectors.joining(" + "))
                : amounts.path("amount").asString() + " "
                        + amounts.path("currency").asString();
    }
}
