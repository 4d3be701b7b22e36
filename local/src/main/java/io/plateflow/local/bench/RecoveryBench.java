package io.plateflow.local.bench;

import io.plateflow.client.Patience;
import io.plateflow.client.PlateflowClient;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Kills billing at once (SIGKILL) between a stay and its checkout, and times until statistics show the charge. */
public final class RecoveryBench {
    /** Longest median. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final double SOUTHERNMOST = -60;
    private static final double EASTERNMOST = -10;
    private static final long PLACES = 4_000;
    private static final double DEGREES = 0.01;
    private static final String CAR = "AC123BD";

    private final PlateflowClient client;
    private final Patience patience;
    private final Runnable kill;
    private final PrintStream out;

    /**
     * @param client of an operator
     * @param kill ends the billing process that runs now, without a chance to commit
     */
    public RecoveryBench(PlateflowClient client, Duration patience, Runnable kill, PrintStream out) {
        this.client = client;
        this.patience = new Patience(patience);
        this.kill = kill;
        this.out = out;
    }

    /** Whether the median of {@code rounds} kept the limit. */
    public boolean run(int rounds) {
        List<Duration> waits = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Duration wait = round();
            waits.add(wait);
            out.printf("%d of %d: charged %.1f s after the kill%n", round, rounds, seconds(wait));
        }
        Collections.sort(waits);
        Duration median = waits.get(waits.size() / 2);
        boolean kept = median.compareTo(LIMIT) <= 0;
        out.printf(
                "median %.1f s, from %.1f to %.1f s: %s%n",
                seconds(median),
                seconds(waits.get(0)),
                seconds(waits.get(waits.size() - 1)),
                kept ? "within the limit of 20 s" : "ABOVE the limit of 20 s");
        return kept;
    }

    private Duration round() {
        Instant now = Instant.now();
        long place = now.getEpochSecond() % PLACES;
        Stage stage = new Stage(
                new EventCase("recovery", EventCase.Rules.AUTOMATIC, "original", (s, at) -> {}, ""),
                client,
                patience,
                "recovery-" + now.getEpochSecond(),
                SOUTHERNMOST,
                EASTERNMOST - place * DEGREES);
        UUID capture = stage.photo(CAR, "SIGHTING", now.minus(Duration.ofMinutes(90)));
        stage.stayOf(capture);
        kill.run();
        long killed = System.nanoTime();
        stage.checkOut(capture);
        stage.awaitCharge(capture);
        return Duration.ofNanos(System.nanoTime() - killed);
    }

    private static double seconds(Duration wait) {
        return wait.toMillis() / 1000.0;
    }
}
