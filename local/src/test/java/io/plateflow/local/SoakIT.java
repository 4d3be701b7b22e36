package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.client.NoAnswer;
import io.plateflow.client.Posted;
import io.plateflow.local.samples.DrawnPhotos;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of photos while any process may be killed at any time; it runs with {@code -Pfull}. The seed that is printed
 * gives the same photos and victims again: {@code -Dplateflow.soak.seed=…}.
 */
@Tag("full")
class SoakIT {
    private static final int PHOTOS = Integer.getInteger("plateflow.soak.photos", 10_000);
    private static final long SEED = Long.getLong("plateflow.soak.seed", System.currentTimeMillis());
    /** Long enough for what was killed to be back: a process is started at most 5 times a minute. */
    private static final long SECONDS_BETWEEN_DEATHS = 45;

    private static final List<String> VICTIMS =
            List.of("ingest", "ocr-1", "billing-1", "stats-1", "broker", "database");
    private static final List<String> PLATES = List.of("AC917FW", "GHT871", "MNP406", "AE305QT", "PBV038", "AB482KD");
    private static final List<String> LATITUDES = List.of("-34.60376", "-31.41648", "-32.94775");
    private static final List<String> DIRECTIONS = List.of("ENTRY", "EXIT", "SIGHTING", "PASS");
    private static final Duration DRAIN = Duration.ofHours(2);

    private final Random random = new Random(SEED);

    @TempDir
    Path data = Path.of("");

    @Test
    void nothingIsLostDoubledOrMiscountedWhoeverDies() throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        System.out.println("seed " + SEED);
        ScheduledExecutorService death = Executors.newSingleThreadScheduledExecutor();
        try (WholeSystem system = WholeSystem.start(data)) {
            Random victims = new Random(SEED);
            var unused = death.scheduleAtFixedRate(
                    () -> system.kill(VICTIMS.get(victims.nextInt(VICTIMS.size()))),
                    SECONDS_BETWEEN_DEATHS,
                    SECONDS_BETWEEN_DEATHS,
                    TimeUnit.SECONDS);
            Set<String> accepted = new HashSet<>();
            Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(20, ChronoUnit.DAYS);
            for (int i = 0; i < PHOTOS; i++) {
                accepted.add(post(system, i, since));
            }
            death.shutdown();
            assertThat(death.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(accepted).hasSize(PHOTOS);

            Invariants invariants = new Invariants(system);
            await().atMost(DRAIN).pollInterval(Duration.ofSeconds(5)).untilAsserted(() -> {
                invariants.nothingIsBehind();
                invariants.everyCaptureEndedOnce(accepted);
            });
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                invariants.noStayIsChargedTwice();
                invariants.figuresEqualARecount();
            });
            System.out.printf(
                    "%d accepted, %d ends published again, charged %s%n",
                    PHOTOS, system.ends().later(), system.client.summary().path("charged"));
        } finally {
            death.shutdownNow();
        }
    }

    /** As a sender does who hears nothing: the same once more. */
    private String post(WholeSystem system, int number, Instant since) {
        byte[] photo = DrawnPhotos.of(PLATES.get(random.nextInt(PLATES.size())), number);
        Map<String, String> fields = Map.of(
                "latitude", LATITUDES.get(random.nextInt(LATITUDES.size())),
                "longitude", "-58.38158",
                "direction", DIRECTIONS.get(random.nextInt(DIRECTIONS.size())),
                "capturedAt", since.plusSeconds(random.nextInt(20 * 24 * 3600)).toString());
        while (true) {
            try {
                if (system.client.post(photo, "image/jpeg", fields) instanceof Posted.Accepted accepted) {
                    return accepted.id().toString();
                }
                throw new AssertionError("photo " + number + " was refused");
            } catch (NoAnswer e) {
                System.out.println("photo " + number + " is sent again: " + e.getMessage());
            }
        }
    }
}
