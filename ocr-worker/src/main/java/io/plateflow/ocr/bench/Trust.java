package io.plateflow.ocr.bench;

import java.util.List;

/**
 * How far confidences may be taken at their word: the odds of being right are {@code e^offset} times the odds that a
 * confidence states, raised to {@code slope}. 0 and 1 are perfect; a slope above 1 says that confidences are too
 * cautious at the upper end (Cox 1958).
 */
record Trust(double offset, double slope) {
    private static final int STEPS = 30;
    private static final double EDGE = 1e-4;

    /** Keeps the answer finite where all are right: as much as one photo on either side. */
    private static final double PRIOR = 0.05;

    /** Of the photos in which something was read; right is right in fold. Newton's method on the logarithmic loss. */
    static Trust in(List<Judged> photos) {
        double a = 0;
        double b = 1;
        for (int step = 0; step < STEPS; step++) {
            double ga = -PRIOR * a;
            double gb = -PRIOR * (b - 1);
            double aa = PRIOR;
            double ab = 0;
            double bb = PRIOR;
            for (Judged photo : photos) {
                if (!photo.read().isEmpty()) {
                    double x = logOdds(photo.confidence());
                    double p = 1 / (1 + Math.exp(-a - b * x));
                    double error = (photo.alike() ? 1 : 0) - p;
                    double weight = p * (1 - p);
                    ga += error;
                    gb += error * x;
                    aa += weight;
                    ab += weight * x;
                    bb += weight * x * x;
                }
            }
            double determinant = aa * bb - ab * ab;
            a += (bb * ga - ab * gb) / determinant;
            b += (aa * gb - ab * ga) / determinant;
        }
        return new Trust(a, b);
    }

    private static double logOdds(double confidence) {
        double inside = Math.max(EDGE, Math.min(1 - EDGE, confidence));
        return Math.log(inside / (1 - inside));
    }
}
