package io.plateflow.ingest.phone;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.domain.plate.Plate;
import java.time.Instant;

/**
 * What a sender says that the plate is, once it was read: a pure function of the end in force and the sender's word.
 *
 * @param at when the sender said it
 */
record Declaration(Plate plate, Instant at) {

    /**
     * The same end as the next attempt, the sender's word beside it. It never changes what was read; where the two differ,
     * be it by look-alikes alone, a person looks at it before it bills: the sender had the reading in view. What was in doubt stays so.
     *
     * @param end of which it is known what was known of the photo
     * @throws IllegalArgumentException for what is no end
     */
    Reading beside(Reading end) {
        int attempt = Math.max(1, end.attempt()) + 1;
        if (end instanceof PlateRead read) {
            Capture capture = said(read.capture(), attempt);
            return new PlateRead(
                    read.captureId(),
                    attempt,
                    at,
                    capture,
                    read.plate(),
                    read.others(),
                    read.needsReview() || !plate.equals(read.plate().text()),
                    read.formatUnknown(),
                    read.engine(),
                    read.millis());
        }
        if (end instanceof PlateUnreadable none) {
            return new PlateUnreadable(
                    none.captureId(),
                    attempt,
                    at,
                    said(none.capture(), attempt),
                    none.reason(),
                    none.candidates(),
                    none.engine(),
                    none.millis());
        }
        if (end instanceof PlateRejected rejected) {
            return new PlateRejected(
                    rejected.captureId(),
                    attempt,
                    at,
                    said(requireNonNull(rejected.capture()), attempt),
                    rejected.cause(),
                    rejected.detail());
        }
        throw new IllegalArgumentException("a correction is not how a capture ended");
    }

    private Capture said(Capture capture, int attempt) {
        return capture.declaring(plate).as(attempt);
    }
}
