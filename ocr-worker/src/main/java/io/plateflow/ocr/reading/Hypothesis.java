package io.plateflow.ocr.reading;

/**
 * A text that a line may say.
 *
 * @param text characters of {@link io.plateflow.ocr.text.Emissions#ALPHABET}
 * @param logProbability natural logarithm of its probability, over all alignments kept
 */
record Hypothesis(String text, double logProbability) {
    double probability() {
        return Math.exp(logProbability);
    }
}
