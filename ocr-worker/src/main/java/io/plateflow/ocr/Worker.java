package io.plateflow.ocr;

import io.plateflow.ocr.reading.PlateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** Starts the reading threads once everything else stands; stops them after the capture in hand. */
@Component("workerHealthIndicator")
@DependsOn("shareGroups")
class Worker implements SmartLifecycle, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int RESTART = 3;

    private final OcrProperties properties;
    private final PlateReader reader;
    private final Ends ends;
    private final ExecutorService readings = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "reading");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Worker(OcrProperties properties, PlateReader reader, Ends ends) {
        this.properties = properties;
        this.reader = reader;
        this.ends = ends;
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < properties.threads(); i++) {
            CaptureWorker worker = new CaptureWorker(reader, ends, readings, properties.readWithin());
            Thread thread = new Thread(
                    new CaptureLoop(
                            properties,
                            worker,
                            () -> running,
                            () -> Runtime.getRuntime().halt(RESTART)),
                    "captures-" + i);
            thread.setUncaughtExceptionHandler((t, e) -> {
                LOG.error("A reading thread died; the worker restarts", e);
                Runtime.getRuntime().halt(RESTART);
            });
            thread.start();
            threads.add(thread);
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (Thread thread : threads) {
                thread.join(properties.readWithin().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        readings.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Health health() {
        boolean up = running && threads.stream().allMatch(Thread::isAlive);
        return (up ? Health.up() : Health.down()).build();
    }
}
