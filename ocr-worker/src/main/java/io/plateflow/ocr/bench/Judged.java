package io.plateflow.ocr.bench;

import io.plateflow.contracts.PlateRead;
import io.plateflow.ocr.reading.Outcome;
import io.plateflow.ocr.text.Quad;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Point;

/**
 * A photo, what was read in it, and at what cost.
 *
 * @param read what the reader says; empty when it says nothing
 * @param confidence 0 to 1
 * @param review whether the reader wants a person to confirm it, or read nothing
 * @param unknown whether it fits no layout of the site, which a person confirms too
 * @param candidates further texts, best first
 * @param quad where it stood
 */
record Judged(
        Labelled photo,
        String read,
        double confidence,
        boolean review,
        boolean unknown,
        List<PlateRead.Candidate> candidates,
        @Nullable Quad quad,
        Cost cost) {

    /** @param outcome absent when the photo was refused */
    static Judged of(Labelled photo, @Nullable Outcome outcome, Cost cost) {
        if (outcome instanceof Outcome.Read read) {
            PlateRead.Seen plate = read.plate();
            return new Judged(
                    photo,
                    plate.text().text(),
                    plate.confidence(),
                    read.needsReview(),
                    read.formatUnknown(),
                    plate.candidates(),
                    quad(plate.quadrilateral()),
                    cost);
        }
        List<PlateRead.Candidate> candidates =
                outcome instanceof Outcome.Unreadable unreadable ? unreadable.candidates() : List.of();
        return new Judged(photo, "", 0, true, false, candidates, null, cost);
    }

    boolean exact() {
        return photo.plate().equals(read);
    }

    /** Right but for O, Q and 0, I and 1. */
    boolean alike() {
        return fold(photo.plate()).equals(fold(read));
    }

    /** Goes to a person when the site asks for this confidence. */
    boolean toPerson(double reviewBelow) {
        return read.isEmpty() || unknown || confidence < reviewBelow;
    }

    boolean toPerson() {
        return review || unknown;
    }

    /** Characters that would have to be put in, taken out or exchanged, at most all (Levenshtein 1965). */
    int wrongCharacters() {
        String said = photo.plate();
        int[] row = new int[read.length() + 1];
        for (int j = 0; j <= read.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= said.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= read.length(); j++) {
                int exchanged = diagonal + (said.charAt(i - 1) == read.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return Math.min(said.length(), row[read.length()]);
    }

    private static String fold(String text) {
        return text.replace('O', '0').replace('Q', '0').replace('I', '1');
    }

    private static Quad quad(List<PlateRead.Corner> corners) {
        List<Point> points = corners.stream().map(c -> new Point(c.x(), c.y())).toList();
        return new Quad(points.get(0), points.get(1), points.get(2), points.get(3));
    }
}
