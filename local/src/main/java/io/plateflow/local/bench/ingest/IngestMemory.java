package io.plateflow.local.bench.ingest;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Whether the gateway's memory stays flat under many requests. What it remembers of captures that it knows grows up to a
 * bound of its own, 100,000; so the second half is judged.
 */
public final class IngestMemory {
    private static final int LOOKS = 10;
    /** What a collection leaves differs by this much from one to the next. */
    private static final long HEAP_NOISE_KIB = 8 * 1024;

    private static final double MOST_RESIDENT = 1.05;

    private final Side gateway;
    private final PrintStream out;

    public IngestMemory(Side gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    /** Whether it was flat and all were accepted. */
    public boolean run(long requests, int bytes, int connections)
            throws IOException, InterruptedException, ExecutionException {
        record Look(long liveKib, long residentKib) {}
        Load load = new Load(gateway, UniqueJpeg.ofBytes(bytes), connections);
        ProcessFigures figures = new ProcessFigures(gateway.pid());
        List<Look> looks = new ArrayList<>();
        long failed = 0;
        out.printf("%12s %12s %14s %14s%n", "requests", "per second", "live heap MiB", "resident MiB");
        for (int i = 1; i <= LOOKS; i++) {
            Round round = load.closed(requests * i / LOOKS - requests * (i - 1) / LOOKS);
            failed += round.failed();
            looks.add(new Look(figures.live(), figures.resident()));
            Look now = looks.get(looks.size() - 1);
            out.printf(
                    "%,12d %,12.0f %14.1f %14.1f%n",
                    requests * i / LOOKS, round.perSecond(), now.liveKib() / 1024.0, now.residentKib() / 1024.0);
        }
        Look half = looks.get(LOOKS / 2 - 1);
        Look end = looks.get(LOOKS - 1);
        boolean flat = end.liveKib() <= half.liveKib() + HEAP_NOISE_KIB
                && end.residentKib() <= half.residentKib() * MOST_RESIDENT;
        out.printf(
                "over the second half the live heap grew by %.1f MiB, at most %.0f, what is resident by %.1f %%, at most 5: %s%n",
                (end.liveKib() - half.liveKib()) / 1024.0,
                HEAP_NOISE_KIB / 1024.0,
                100.0 * (end.residentKib() - half.residentKib()) / half.residentKib(),
                flat ? "flat" : "NOT FLAT");
        if (failed > 0) {
            out.printf("%,d requests were NOT ACCEPTED%n", failed);
        }
        return flat && failed == 0;
    }
}
