package io.plateflow.local.bench.ingest;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/**
 * How near the gateway is to the least that HTTP into Kafka can cost on this machine: requests and processor time in a
 * closed loop, then latency in an open loop at 70 % of the lower of the two peaks, for photos of several sizes.
 */
public final class IngestBench {
    /** Bytes of the photos for which the limits are. */
    static final int JUDGED = 60_000;

    private static final double LEAST_RATE = 0.6;
    private static final double AIM = 0.85;
    private static final double MOST_CPU = 1.4;
    private static final double MOST_P99 = 2;
    private static final double LOADED = 0.7;
    /** Until the compilers have seen what they need. */
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    /** Connections of the open loop for each of the closed one: enough for photos to come while others wait. */
    private static final int MORE = 4;

    private final Side gateway;
    private final Side bare;
    private final PrintStream out;

    /** @param bare a {@link BareGateway} on the same broker */
    public IngestBench(Side gateway, Side bare, PrintStream out) {
        this.gateway = gateway;
        this.bare = bare;
        this.out = out;
    }

    /**
     * Whether everything was accepted and the limits were kept where there are any.
     *
     * @param sizes bytes of the photos
     * @param duration of each round
     * @param rounds how often gateway, bare, bare, gateway
     * @param connections of the closed loop
     */
    public boolean run(List<Integer> sizes, Duration duration, int rounds, int connections)
            throws InterruptedException, ExecutionException {
        boolean kept = true;
        for (int size : sizes) {
            byte[] jpeg = UniqueJpeg.ofBytes(size);
            Load one = new Load(gateway, jpeg, connections);
            Load other = new Load(bare, jpeg, connections);
            one.closed(WARM_UP);
            other.closed(WARM_UP);
            double before = load();
            Duel closed = Duel.fight(rounds, one, other, side -> side.closed(duration));
            double rate = LOADED
                    * Math.min(
                            closed.gateways(Round::perSecond).median(),
                            closed.bares(Round::perSecond).median());
            Duel open = Duel.fight(
                    rounds,
                    new Load(gateway, jpeg, MORE * connections),
                    new Load(bare, jpeg, MORE * connections),
                    side -> side.open(rate, duration));
            out.printf(
                    "%n%d KB, %d connections, %d rounds of %d s each; load average %.1f before, %.1f after%n",
                    size / 1000, connections, 2 * rounds, duration.toSeconds(), before, load());
            kept &= report(size == JUDGED, closed, open, rate);
        }
        return kept;
    }

    private boolean report(boolean judged, Duel closed, Duel open, double rate) {
        out.printf("%-26s %26s %26s %8s%n", "median (range)", gateway.name(), bare.name(), "ratio");
        double share = line("requests/s", closed, Round::perSecond, 0);
        double cpu = line("CPU ms/request", closed, Round::cpuMillisEach, 3);
        double p99 = line("p99 ms at %,.0f/s".formatted(rate), open, Round::p99Millis, 2);
        long failed = closed.failed() + open.failed();
        if (failed > 0) {
            out.printf("%,d requests were NOT ACCEPTED%n", failed);
        }
        if (!judged) {
            return failed == 0;
        }
        boolean quick =
                gate("requests/s", share, share >= LEAST_RATE, "at least %.2f, aim %.2f".formatted(LEAST_RATE, AIM));
        boolean cheap = gate("CPU per request", cpu, cpu <= MOST_CPU, "at most %.1f".formatted(MOST_CPU));
        boolean prompt = gate("p99 in the open loop", p99, p99 <= MOST_P99, "at most %.1f".formatted(MOST_P99));
        return failed == 0 && quick && cheap && prompt;
    }

    private double line(String what, Duel duel, ToDoubleFunction<Round> figure, int decimals) {
        double ratio = duel.ratio(figure);
        out.printf(
                "%-26s %26s %26s %8.2f%n",
                what, duel.gateways(figure).text(decimals), duel.bares(figure).text(decimals), ratio);
        return ratio;
    }

    private boolean gate(String what, double ratio, boolean kept, String limit) {
        out.printf("%s: %.2f of the bare one's, %s: %s%n", what, ratio, limit, kept ? "kept" : "MISSED");
        return kept;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
