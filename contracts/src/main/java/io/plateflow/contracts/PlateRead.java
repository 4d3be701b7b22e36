package io.plateflow.contracts;

import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A plate was read.
 *
 * @param captureId whose end this is
 * @param attempt of the capture
 * @param at when it was read
 * @param capture what was known of the photo
 * @param plate the main plate
 * @param others further plates in the photo; they never bill by themselves
 * @param needsReview a person confirms it before it bills: the reading is weak, or the sender declared another plate
 * @param formatUnknown it fits no grammar of the site; a person confirms it before it bills
 * @param engine name and version of what read it
 * @param millis milliseconds by step
 */
public record PlateRead(
        UUID captureId,
        int attempt,
        Instant at,
        Capture capture,
        Seen plate,
        List<Seen> others,
        boolean needsReview,
        boolean formatUnknown,
        String engine,
        Map<String, Double> millis)
        implements Reading {
    public static final String TYPE = "plate.read";

    public PlateRead {
        others = List.copyOf(others);
        millis = Map.copyOf(millis);
    }

    /** Whether it bills without a person's word. */
    public boolean rated() {
        return !needsReview && !formatUnknown && capture.flags().stream().allMatch(CaptureFlag::rated);
    }

    /**
     * A plate in the photo.
     *
     * @param text as read
     * @param confidence 0 to 1
     * @param countries ISO 3166-1 alpha-2 codes whose grammars it fits, best ranked first
     * @param candidates other texts it may be, best first
     * @param quadrilateral its corners in pixels of the upright photo: top left, top right, bottom right, bottom left
     */
    public record Seen(
            Plate text,
            double confidence,
            List<String> countries,
            List<Candidate> candidates,
            List<Corner> quadrilateral) {
        public Seen {
            countries = List.copyOf(countries);
            candidates = List.copyOf(candidates);
            quadrilateral = List.copyOf(quadrilateral);
        }
    }

    /** A text that the plate may have, with a score from 0 to 1. */
    public record Candidate(String text, double score) {}

    /** A point in pixels from the top left corner of the upright photo. */
    public record Corner(double x, double y) {}
}
