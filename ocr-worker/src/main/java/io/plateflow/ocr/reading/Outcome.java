package io.plateflow.ocr.reading;

import io.plateflow.contracts.PlateRead;
import java.util.List;
import java.util.Map;

/** How the reading of a sound photo ended; {@code millis} are milliseconds by step. */
public sealed interface Outcome {

    Map<String, Double> millis();

    /**
     * A plate was read.
     *
     * @param plate the main plate
     * @param others further plates in the photo
     * @param needsReview it is not sure enough to bill
     * @param formatUnknown it fits no layout of the site
     */
    record Read(
            PlateRead.Seen plate,
            List<PlateRead.Seen> others,
            boolean needsReview,
            boolean formatUnknown,
            Map<String, Double> millis)
            implements Outcome {}

    /**
     * No plate can be read.
     *
     * @param reason {@code no-plate-found}, {@code too-small} or {@code low-confidence}
     * @param candidates what it may say, best first
     */
    record Unreadable(String reason, List<PlateRead.Candidate> candidates, Map<String, Double> millis)
            implements Outcome {}
}
