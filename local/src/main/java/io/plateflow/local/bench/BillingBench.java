package io.plateflow.local.bench;

import io.plateflow.client.Patience;
import io.plateflow.client.PlateflowClient;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Plays cases, each in a place of its own that no run before it used, and prints what became of each. */
public final class BillingBench {
    /** Rows and columns of places in the South Atlantic, far enough apart that no circle touches another. */
    private static final long COLUMNS = 1000;

    private static final double SOUTHERNMOST = -75;
    private static final double EASTERNMOST = -10;
    private static final double ROW_DEGREES = 0.03;
    private static final double COLUMN_DEGREES = 0.01;
    private static final double CASE_DEGREES = 0.003;
    private static final long SECONDS_A_PLACE = 10;

    private final PlateflowClient client;
    private final Patience patience;
    private final PrintStream out;

    /** @param client of an administrator */
    public BillingBench(PlateflowClient client, Duration patience, PrintStream out) {
        this.client = client;
        this.patience = new Patience(patience);
        this.out = out;
    }

    /** How many cases ended otherwise than they must. */
    public int run() {
        return run(BillingCases.ALL);
    }

    int run(List<EventCase> cases) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Stage> stages = new ArrayList<>();
        for (EventCase one : cases) {
            stages.add(stage(one, now, stages.size()));
        }
        stages.forEach(Stage::build);
        stages.forEach(Stage::awaitOpening);
        int wrong = 0;
        for (Stage stage : stages) {
            stage.played.story().play(stage, now);
        }
        for (Stage stage : stages) {
            wrong += report(stage.played, awaited(stage)) ? 0 : 1;
        }
        out.printf("%d of %d cases as they must be%n", cases.size() - wrong, cases.size());
        return wrong;
    }

    private Stage stage(EventCase played, Instant now, int number) {
        long place = now.getEpochSecond() / SECONDS_A_PLACE % (COLUMNS * COLUMNS);
        long row = place / COLUMNS;
        long column = place % COLUMNS;
        return new Stage(
                played,
                client,
                patience,
                "bench-%d-%d".formatted(now.getEpochSecond(), number),
                SOUTHERNMOST + row * ROW_DEGREES + number * CASE_DEGREES,
                EASTERNMOST - column * COLUMN_DEGREES);
    }

    /** The outcome that is expected, or the last one seen. */
    private Outcome awaited(Stage stage) {
        return patience.until(seen -> seen.words().equals(stage.played.expected()), stage::outcome);
    }

    private boolean report(EventCase played, Outcome got) {
        boolean right = got.words().equals(played.expected());
        out.printf("%s  %-52s %s%n", right ? "ok   " : "WRONG", played.name(), got.words());
        if (!right) {
            out.printf("       %-52s %s%n", "must be", played.expected());
        }
        return right;
    }
}
