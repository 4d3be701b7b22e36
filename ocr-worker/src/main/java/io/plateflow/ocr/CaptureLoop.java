package io.plateflow.ocr;

import io.plateflow.contracts.Groups;
import io.plateflow.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reading thread: live captures first, bulk ones only while no live one waits.
 *
 * <p>ACCEPT is committed only after the end is published. What could not be published is RELEASEd at once, and so is what
 * the engine failed on; then the process restarts, since a sick one would bring photo after photo to its third delivery.
 */
final class CaptureLoop implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureLoop.class);
    private static final Duration LIVE_WAIT = Duration.ofMillis(250);
    /** Between bulk photos: a live one is already here when there is one, for it is asked for while a bulk photo is read. */
    private static final Duration GLANCE = Duration.ofMillis(5);

    private static final Duration BULK_WAIT = Duration.ofMillis(250);
    /** A bulk consumer left alone for long may hold a record that nobody reads: it is closed, which gives it back. */
    private static final long BULK_IDLE_NANOS = Duration.ofSeconds(10).toNanos();

    private final OcrProperties properties;
    private final CaptureWorker worker;
    private final BooleanSupplier running;
    private final Runnable restart;
    private final KafkaShareConsumer<String, byte[]> live;
    private @Nullable KafkaShareConsumer<String, byte[]> bulk;
    private long bulkPolledAt;

    CaptureLoop(OcrProperties properties, CaptureWorker worker, BooleanSupplier running, Runnable restart) {
        this.properties = properties;
        this.worker = worker;
        this.running = running;
        this.restart = restart;
        this.live = KafkaConfig.shareConsumer(properties, Groups.OCR);
    }

    @Override
    public void run() {
        live.subscribe(List.of(Topics.CAPTURES.name()));
        try (this) {
            boolean bulkWaits = false;
            while (running.getAsBoolean()) {
                if (take(live, bulkWaits ? GLANCE : LIVE_WAIT)) {
                    leaveBulk();
                } else {
                    bulkWaits = take(bulk(), BULK_WAIT);
                    bulkPolledAt = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was one. */
    private boolean take(KafkaShareConsumer<String, byte[]> from, Duration wait) throws InterruptedException {
        ConsumerRecords<String, byte[]> records = from.poll(wait);
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                CaptureWorker.Next next = worker.end(record);
                from.acknowledge(record, AcknowledgeType.ACCEPT);
                commit(from);
                if (next == CaptureWorker.Next.RESTART) {
                    restart.run();
                }
            } catch (ExecutionException e) {
                LOG.error("The end of a capture could not be published; it is given back", e);
                giveBack(from, record);
            } catch (EngineFaultException e) {
                LOG.error("The engine failed; the capture is given back and the worker restarts", e);
                giveBack(from, record);
                restart.run();
            }
        }
        return !records.isEmpty();
    }

    private static void giveBack(KafkaShareConsumer<String, byte[]> to, ConsumerRecord<String, byte[]> record) {
        to.acknowledge(record, AcknowledgeType.RELEASE);
        commit(to);
    }

    private static void commit(KafkaShareConsumer<String, byte[]> consumer) {
        consumer.commitSync()
                .forEach((partition, failure) -> failure.ifPresent(e -> LOG.warn(
                        "An acknowledgement on {} was late; the capture may be read twice, and its first end wins",
                        partition,
                        e)));
    }

    private KafkaShareConsumer<String, byte[]> bulk() {
        if (bulk == null) {
            bulk = KafkaConfig.shareConsumer(properties, Groups.OCR_BULK);
            bulk.subscribe(List.of(Topics.CAPTURES_BULK.name()));
        }
        return bulk;
    }

    private void leaveBulk() {
        if (bulk != null && System.nanoTime() - bulkPolledAt > BULK_IDLE_NANOS) {
            bulk.close();
            bulk = null;
        }
    }

    @Override
    public void close() {
        live.close();
        if (bulk != null) {
            bulk.close();
        }
    }
}
