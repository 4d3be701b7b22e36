package io.plateflow.ocr.reading;

import java.util.List;

/**
 * What one line of text may say.
 *
 * @param free texts of any form, most probable first
 * @param fitting texts within the site's layouts, look-alikes allowed, most probable first
 * @param sharpness mean probability of the characters along the best free path, 0 to 1
 */
record Line(List<Hypothesis> free, List<Hypothesis> fitting, double sharpness) {
    /** Further apart than this (nats), the layouts would bend the text: it is not one of theirs. */
    static final double GAP_LIMIT = Double.parseDouble(System.getProperty("gap", "8"));

    /** How much likelier the free text is than the best that fits, in nats; infinite when none fits. */
    double gap() {
        return fitting.isEmpty() || free.isEmpty()
                ? Double.POSITIVE_INFINITY
                : free.get(0).logProbability() - fitting.get(0).logProbability();
    }

    boolean fits() {
        return gap() <= GAP_LIMIT;
    }

    String text() {
        if (fits()) {
            return fitting.get(0).text();
        }
        return free.isEmpty() ? "" : free.get(0).text();
    }
}
