package io.plateflow.ocr;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plateflow.domain.plate.Grammars;
import io.plateflow.embedded.TestKafka;
import io.plateflow.ocr.reading.PlateReader;
import io.plateflow.ocr.reading.Rules;
import io.plateflow.ocr.text.Recogniser;
import io.plateflow.ocr.text.TextFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;

/** A worker as its process runs it, but for the exit: that is counted, and the worker stops or, if told so, goes on. */
final class TestWorker implements AutoCloseable {
    static final OcrProperties PROPERTIES = new OcrProperties(
            TestKafka.bootstrap(),
            Engine.PPOCR,
            List.of("AR"),
            0.5,
            50_000_000,
            1,
            Duration.ofSeconds(20),
            Path.of(System.getProperty("java.io.tmpdir"), "plateflow"));

    private final AtomicInteger exits = new AtomicInteger();
    private final KafkaProducer<String, byte[]> producer = new KafkaConfig().producer(PROPERTIES);
    private final ExecutorService readings = Executors.newCachedThreadPool();
    private final Thread thread;
    private volatile boolean running = true;

    private TestWorker(TextFinder finder, Recogniser engine, Duration readWithin, boolean exitStops) {
        PlateReader reader = new PlateReader(finder, engine, new Rules(Grammars.SOUTH_AMERICA, false, 0.5, 50_000_000));
        CaptureWorker worker =
                new CaptureWorker(reader, new Ends(producer, new SimpleMeterRegistry()), readings, readWithin);
        thread = new Thread(
                new CaptureLoop(PROPERTIES, worker, () -> running, () -> {
                    exits.incrementAndGet();
                    running = !exitStops;
                }),
                "worker-" + engine.engine());
        thread.start();
    }

    static TestWorker start(TextFinder finder, Recogniser engine) {
        return new TestWorker(finder, engine, PROPERTIES.readWithin(), true);
    }

    static TestWorker startImpatient(TextFinder finder, Recogniser engine) {
        return new TestWorker(finder, engine, Duration.ofSeconds(1), true);
    }

    /** One that a supervisor starts again as soon as it exits. */
    static TestWorker startAgainAndAgain(TextFinder finder, Recogniser engine) {
        return new TestWorker(finder, engine, PROPERTIES.readWithin(), false);
    }

    int exits() {
        return exits.get();
    }

    @Override
    public void close() {
        running = false;
        join();
        readings.shutdownNow();
        producer.close();
    }

    private void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
