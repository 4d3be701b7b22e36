package io.plateflow.stats.query;

import io.plateflow.stats.query.CaptureAnswer.PlateAnswer;
import io.plateflow.stats.query.Csv.Column;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Captures as CSV: times in UTC and as the site's clocks show them, amounts beside their currency. */
@Component
class CaptureColumns {
    private final LocalTimes local;

    CaptureColumns(LocalTimes local) {
        this.local = local;
    }

    List<Column<CaptureAnswer>> all() {
        return List.of(
                new Column<>("id", CaptureAnswer::id),
                new Column<>("captured_at_utc", CaptureAnswer::capturedAt),
                new Column<>("captured_at_local", c -> local.of(c.capturedAt())),
                new Column<>("received_at_utc", CaptureAnswer::receivedAt),
                new Column<>("status", CaptureAnswer::status),
                new Column<>("plate", plate(PlateAnswer::effective)),
                new Column<>("observed", plate(PlateAnswer::observed)),
                new Column<>("confidence", plate(PlateAnswer::confidence)),
                new Column<>("needs_review", CaptureAnswer::needsReview),
                new Column<>("reason", CaptureAnswer::reason),
                new Column<>("zone", CaptureAnswer::zone),
                new Column<>("latitude", place(PlaceAnswer::latitude)),
                new Column<>("longitude", place(PlaceAnswer::longitude)),
                new Column<>("url", place(PlaceAnswer::url)),
                new Column<>("camera", CaptureAnswer::cameraId),
                new Column<>("direction", CaptureAnswer::direction),
                new Column<>("source", CaptureAnswer::source),
                new Column<>("declared_plate", CaptureAnswer::declaredPlate),
                new Column<>("flags", c -> String.join(" ", c.flags())),
                new Column<>("stay", CaptureAnswer::stayId),
                new Column<>(
                        "amount_so_far",
                        c -> c.amountSoFar() == null ? null : c.amountSoFar().amount()),
                new Column<>(
                        "currency",
                        c -> c.amountSoFar() == null ? null : c.amountSoFar().currency()));
    }

    private static Function<CaptureAnswer, @Nullable Object> plate(Function<PlateAnswer, @Nullable Object> part) {
        return capture -> capture.plate() == null ? null : part.apply(capture.plate());
    }

    private static Function<CaptureAnswer, @Nullable Object> place(Function<PlaceAnswer, @Nullable Object> part) {
        return capture -> capture.place() == null ? null : part.apply(capture.place());
    }
}
