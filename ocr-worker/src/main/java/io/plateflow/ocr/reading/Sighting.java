package io.plateflow.ocr.reading;

import io.plateflow.ocr.text.TextBox;

/**
 * A box of text and what it says.
 *
 * @param box where
 * @param line what
 * @param score how much it seems to be the plate: 6 is a sharp plate of the site's layouts
 */
record Sighting(TextBox box, Line line, double score) {

    static Sighting of(TextBox box, Line line) {
        double aspect = box.quad().aspect();
        double look = (aspect >= 2 && aspect <= 6.5 ? 0.5 : -0.3)
                + Math.min(1, box.quad().height() / 30) * 0.5
                + (box.score() - 0.5) * 0.5;
        double form = line.fits() ? 3 - 0.35 * line.gap() : Form.likeness(line.text());
        return new Sighting(box, line, 3 * line.sharpness() + form + look);
    }

    /** Worth less when a plate {@code tallest} high stands in the same photo: nearer plates are the meant ones. */
    Sighting besides(double tallest) {
        double octaves = Math.log(box.quad().height() / tallest) / Math.log(2);
        return new Sighting(box, line, score + 0.5 * Math.max(-2, Math.min(0, octaves)));
    }
}
