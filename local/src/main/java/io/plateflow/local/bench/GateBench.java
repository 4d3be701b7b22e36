package io.plateflow.local.bench;

import io.plateflow.client.Patience;
import io.plateflow.client.PlateflowClient;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The gate at rush hour: while thousands of old photos wait to be read, a car comes to each of four gates every four seconds.
 * Times from the photo's sending until the gate's page has the amount.
 */
public final class GateBench {
    /** Longest wait of 95 in a hundred cars. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final int GATES = 4;
    private static final Duration BETWEEN_CARS = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PlateflowClient client;
    private final PrintStream out;

    /** @param client of an administrator */
    public GateBench(PlateflowClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /**
     * Whether 95 in a hundred cars had their amount within the limit, and none had none.
     *
     * @param bulk photos that wait meanwhile
     */
    public boolean run(Duration duration, int bulk) throws InterruptedException, ExecutionException {
        GateSite site = GateSite.build(client, Instant.now(), new Patience(PATIENCE));
        int cars = Math.max(GATES, (int) (GATES * duration.toMillis() / BETWEEN_CARS.toMillis()));
        out.printf("%d cars come in, load average %.1f%n", cars, load());
        List<byte[]> photos = site.enter(cars);
        out.printf("%d old photos are sent with priority=bulk%n", bulk);
        site.sendOld(bulk);
        long readBefore = site.oldRead();
        List<GatePage> pages = new ArrayList<>();
        for (int gate = 0; gate < GATES; gate++) {
            GatePage page = new GatePage(client, site.name() + "-out-" + gate);
            page.open();
            pages.add(page);
        }
        out.printf("%d gates, a car every %d s each%n", GATES, BETWEEN_CARS.toSeconds());
        Map<UUID, Long> sent = leave(site, photos);
        long readAfter = site.oldRead();
        new Patience(PATIENCE)
                .until(
                        n -> n == cars,
                        () -> pages.stream()
                                .mapToInt(page -> page.answered.size())
                                .sum());
        out.printf(
                "%d old photos were read in between, %d still waited; load average %.1f%n",
                readAfter - readBefore, bulk - readAfter, load());
        return report(sent, pages);
    }

    /** When each photo was sent, in nanoseconds. */
    private static Map<UUID, Long> leave(GateSite site, List<byte[]> photos)
            throws InterruptedException, ExecutionException {
        record Sent(UUID id, long nanos) {}
        ScheduledExecutorService gates = Executors.newScheduledThreadPool(GATES);
        long step = BETWEEN_CARS.toMillis() / GATES;
        List<Future<Sent>> leaving = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            byte[] photo = photos.get(i);
            String camera = site.name() + "-out-" + i % GATES;
            leaving.add(gates.schedule(
                    () -> {
                        long now = System.nanoTime();
                        return new Sent(site.photo(photo, camera, "EXIT", Instant.now()), now);
                    },
                    i * step,
                    TimeUnit.MILLISECONDS));
        }
        gates.shutdown();
        Map<UUID, Long> sent = new HashMap<>();
        for (Future<Sent> one : leaving) {
            sent.put(one.get().id(), one.get().nanos());
        }
        return sent;
    }

    private boolean report(Map<UUID, Long> sent, List<GatePage> pages) {
        List<Duration> waits = new ArrayList<>();
        int unsure = 0;
        for (GatePage page : pages) {
            unsure += page.unsure.size();
            page.answered.forEach((id, at) -> {
                Long since = sent.get(id);
                if (since != null && !page.unsure.containsKey(id)) {
                    waits.add(Duration.ofNanos(at - since));
                }
            });
        }
        int missing = sent.size() - waits.size() - unsure;
        Waits all = new Waits(waits);
        boolean kept = missing == 0 && !waits.isEmpty() && all.percentile(95).compareTo(LIMIT) <= 0;
        out.printf(
                "%d amounts, %d cars for a person to look at, %d without any answer%n", waits.size(), unsure, missing);
        out.printf(
                "photo to amount: p50 %.2f s, p95 %.2f s, longest %.2f s: %s%n",
                seconds(all.percentile(50)),
                seconds(all.percentile(95)),
                seconds(all.percentile(100)),
                kept ? "within the limit of 3 s" : "ABOVE the limit of 3 s");
        return kept;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double seconds(Duration wait) {
        return wait.toMillis() / 1000.0;
    }
}
