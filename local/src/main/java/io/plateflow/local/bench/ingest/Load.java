package io.plateflow.local.bench.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Photos of one size for one side.
 *
 * @param connections requests under way at most; each has a thread
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Load(Side side, byte[] jpeg, int connections) {
    /** Of all photos of this process: none is sent twice. */
    private static final AtomicLong NUMBER =
            new AtomicLong(ThreadLocalRandom.current().nextLong());

    private static final int ACCEPTED = 202;
    private static final int DIGITS = 3;
    /** An open loop that falls behind ends after so many times its duration. */
    private static final int PATIENCE = 3;

    /** When the n-th request is to be sent, in nanoseconds from the start; negative ends the load. */
    private interface Schedule {
        long dueNanos(long n, long elapsedNanos);
    }

    /** Closed loop: each connection sends its next photo as soon as it has the answer; this is the peak. */
    Round closed(Duration duration) throws InterruptedException, ExecutionException {
        return run((n, elapsed) -> elapsed < duration.toNanos() ? elapsed : -1);
    }

    /** The same for so many requests. */
    Round closed(long requests) throws InterruptedException, ExecutionException {
        return run((n, elapsed) -> n < requests ? elapsed : -1);
    }

    /**
     * Open loop: photos come at {@code perSecond}, whatever the answers. One that has to wait for a connection has waited from
     * the instant at which it was to be sent.
     */
    Round open(double perSecond, Duration duration) throws InterruptedException, ExecutionException {
        double betweenNanos = 1e9 / perSecond;
        long end = duration.toNanos();
        return run((n, elapsed) -> {
            long due = (long) (n * betweenNanos);
            return due < end && elapsed < PATIENCE * end ? due : -1;
        });
    }

    private Round run(Schedule schedule) throws InterruptedException, ExecutionException {
        ProcessFigures figures = new ProcessFigures(side.pid());
        ExecutorService senders = Executors.newFixedThreadPool(connections);
        AtomicLong next = new AtomicLong();
        Duration cpuBefore = figures.cpu();
        long start = System.nanoTime();
        try {
            List<Future<Sender>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Sender sender = new Sender();
                all.add(senders.submit(() -> sender.send(schedule, next, start)));
            }
            Histogram micros = new Histogram(DIGITS);
            long accepted = 0;
            long failed = 0;
            for (Future<Sender> one : all) {
                Sender sender = one.get();
                micros.add(sender.micros);
                accepted += sender.accepted;
                failed += sender.failed;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Round(accepted, failed, took, figures.cpu().minus(cpuBefore), micros);
        } finally {
            senders.shutdownNow();
        }
    }

    /** What one thread does and sees. */
    private final class Sender {
        final Histogram micros = new Histogram(DIGITS);
        long accepted;
        long failed;

        Sender send(Schedule schedule, AtomicLong next, long start) throws IOException {
            byte[] head = side.head(jpeg.length);
            byte[] request = Arrays.copyOf(head, head.length + jpeg.length);
            System.arraycopy(jpeg, 0, request, head.length, jpeg.length);
            try (Wire wire = new Wire(side.address())) {
                while (true) {
                    long due = schedule.dueNanos(next.getAndIncrement(), System.nanoTime() - start);
                    if (due < 0) {
                        return this;
                    }
                    awaitNanos(start + due);
                    UniqueJpeg.number(request, head.length + UniqueJpeg.NUMBER_AT, NUMBER.getAndIncrement());
                    exchange(wire, request);
                    micros.recordValue((System.nanoTime() - start - due) / 1_000);
                }
            }
        }

        private void exchange(Wire wire, byte[] request) throws IOException {
            try {
                if (wire.exchange(request) == ACCEPTED) {
                    accepted++;
                } else {
                    failed++;
                }
            } catch (IOException e) {
                failed++;
                wire.close();
            }
        }

        private static void awaitNanos(long instant) {
            for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
