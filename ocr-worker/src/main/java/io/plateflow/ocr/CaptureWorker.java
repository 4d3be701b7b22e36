package io.plateflow.ocr;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.ocr.image.MalformedImageException;
import io.plateflow.ocr.reading.Outcome;
import io.plateflow.ocr.reading.PlateReader;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One capture: look at its delivery count → read its headers → read its plate in time → publish its end. */
final class CaptureWorker {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureWorker.class);
    private static final int DEADLY_DELIVERIES = 3;

    private final PlateReader reader;
    private final Ends ends;
    private final ExecutorService readings;
    private final Duration readWithin;
    private final Clock clock = Clock.systemUTC();

    CaptureWorker(PlateReader reader, Ends ends, ExecutorService readings, Duration readWithin) {
        this.reader = reader;
        this.ends = ends;
        this.readings = readings;
        this.readWithin = readWithin;
    }

    /** What the worker does after this capture. */
    enum Next {
        GO_ON,
        /** A reading hangs in native code; only a new process is rid of it. */
        RESTART
    }

    /**
     * Returns once the end is published.
     *
     * @throws ExecutionException when the broker did not take it: the capture is not ended and may be taken again
     * @throws EngineFaultException when the engine failed, which says nothing of the photo: it is not ended either
     */
    Next end(ConsumerRecord<String, byte[]> record)
            throws ExecutionException, EngineFaultException, InterruptedException {
        Capture capture;
        try {
            capture = CaptureHeaders.read(record.headers());
        } catch (IllegalArgumentException e) {
            ends.reject(record, null, "malformed-headers", String.valueOf(e.getMessage()));
            return Next.GO_ON;
        }
        MDC.put("captureId", capture.id().toString());
        try {
            if (record.deliveryCount().orElse((short) 1) >= DEADLY_DELIVERIES) {
                ends.reject(
                        record, capture, "worker-died", "Workers died reading this photo; look at it before a replay.");
                return Next.GO_ON;
            }
            ends.publish(reading(capture, read(record.value())), record.headers());
        } catch (MalformedImageException e) {
            ends.reject(record, capture, "malformed-image", String.valueOf(e.getMessage()));
        } catch (TimeoutException e) {
            LOG.error("A reading hangs; the worker restarts");
            ends.reject(record, capture, "timed-out", "The reading did not end within " + readWithin + ".");
            return Next.RESTART;
        } finally {
            MDC.remove("captureId");
        }
        return Next.GO_ON;
    }

    private Outcome read(byte @Nullable [] image)
            throws MalformedImageException, EngineFaultException, TimeoutException, InterruptedException {
        if (image == null) {
            throw new MalformedImageException("the record has no image");
        }
        Future<Outcome> outcome = readings.submit(() -> reader.read(image));
        try {
            return outcome.get(readWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MalformedImageException malformed) {
                throw malformed;
            }
            throw new EngineFaultException(e.getCause());
        }
    }

    private Reading reading(Capture capture, Outcome outcome) {
        if (outcome instanceof Outcome.Read read) {
            return new PlateRead(
                    capture.id(),
                    capture.attempt(),
                    clock.instant(),
                    capture,
                    read.plate(),
                    read.others(),
                    read.needsReview() || Declared.doubts(capture, read.plate().text()),
                    read.formatUnknown(),
                    reader.engine(),
                    read.millis());
        }
        Outcome.Unreadable unreadable = (Outcome.Unreadable) outcome;
        return new PlateUnreadable(
                capture.id(),
                capture.attempt(),
                clock.instant(),
                capture,
                unreadable.reason(),
                unreadable.candidates(),
                reader.engine(),
                unreadable.millis());
    }
}
