package io.plateflow.local.samples;

import static io.plateflow.local.send.StubPlateflow.Answer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.local.send.StubPlateflow;
import io.plateflow.local.send.StubPlateflow.Answer;
import io.plateflow.local.send.StubPlateflow.Request;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The demonstration against services that read everything at once. */
class DemoSamplesIT {
    private static final String CAPTURE = "6f1c1f6e-0f0e-5a4e-9d55-0d3f6f0f3a11";
    private static final String STAY = "0b4ad5a1-5dbb-5fd0-8c4a-9a7c7a1f7a22";

    private final CompletableFuture<Void> firstLivePhoto = new CompletableFuture<>();
    private int photos;

    @Test
    void sendsTwelveChecksOutThreeThenGoesOnUntilItIsInterrupted() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (StubPlateflow plateflow = new StubPlateflow(this::answer);
                PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread demo = new Thread(() -> {
                DemoSamples.play(plateflow.uri(), "key", plateflow.uri(), "operator", "pw", out);
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            demo.start();
            firstLivePhoto.get(2, TimeUnit.MINUTES);
            demo.interrupt();

            assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(plateflow.posts().stream().filter(p -> p.path().endsWith("/checkout")))
                    .hasSize(3);
            assertThat(plateflow.posts().stream().filter(p -> p.path().startsWith("/v1/captures")))
                    .allSatisfy(p -> assertThat(p.path()).contains("latitude=", "cameraId=", "direction=", "url=https"))
                    .allSatisfy(p -> assertThat(p.bytes()).isPositive());
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("12 of 12 plates read", "12 plates, 3 places, charged 4500.00 ARS");
    }

    private synchronized Answer answer(Request request) {
        if (request.method().equals("POST") && request.path().startsWith("/v1/captures")) {
            if (++photos > 12) {
                firstLivePhoto.complete(null);
            }
            return answering(202, "{\"id\":\"" + CAPTURE + "\",\"status\":\"PENDING\"}");
        }
        if (request.path().endsWith("/checkout")) {
            return answering(
                    202, "{\"stayId\":\"" + STAY + "\",\"amount\":{\"amount\":\"1500.00\",\"currency\":\"ARS\"}}");
        }
        if (request.path().startsWith("/v1/stays/")) {
            return answering(
                    200, "{\"plate\":\"AC917FW\",\"quotedAt\":\"2026-03-10T15:00:00Z\",\"chargeId\":\"" + STAY + "\"}");
        }
        if (request.path().startsWith("/v1/stats/summary")) {
            return answering(200, """
                    {"totalPlates":12,"uniqueLocations":3,"charged":[{"amount":"4500.00","currency":"ARS"}]}""");
        }
        return answering(200, "{\"id\":\"" + CAPTURE + "\",\"status\":\"READ\",\"stayId\":\"" + STAY + "\"}");
    }
}
