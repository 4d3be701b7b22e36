package io.plateflow.ingest.phone;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.domain.plate.Plate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What its sender is told of a capture.
 *
 * @param plate as a person corrected it, else as it was read; null when none can be read
 * @param confidence 0 to 1; null when nothing was read
 * @param declaredPlate what the sender says that it is
 * @param needsReview whether a person looks at it before it bills; absent as long as nothing was read
 */
record Result(
        UUID id,
        Status status,
        @Nullable Plate plate,
        @Nullable Double confidence,
        @Nullable String declaredPlate,
        @Nullable Boolean needsReview) {

    /** As everywhere that captures are asked for. */
    enum Status {
        PENDING,
        READ,
        UNREADABLE,
        REJECTED
    }

    static Result pending(UUID id) {
        return new Result(id, Status.PENDING, null, null, null, null);
    }

    static Result of(Ended ended) {
        Reading end = ended.end();
        String declared = requireNonNull(Ended.captureOf(end)).declaredPlate();
        if (ended.correction() > 0) {
            Status status = ended.corrected() == null ? Status.UNREADABLE : Status.READ;
            return new Result(end.captureId(), status, ended.corrected(), null, declared, false);
        }
        if (end instanceof PlateRead read) {
            boolean doubtful = read.needsReview() || read.formatUnknown();
            return new Result(
                    end.captureId(),
                    Status.READ,
                    read.plate().text(),
                    read.plate().confidence(),
                    declared,
                    doubtful);
        }
        boolean unreadable = end instanceof PlateUnreadable;
        return new Result(
                end.captureId(),
                unreadable ? Status.UNREADABLE : Status.REJECTED,
                null,
                null,
                declared,
                unreadable && declared != null);
    }
}
