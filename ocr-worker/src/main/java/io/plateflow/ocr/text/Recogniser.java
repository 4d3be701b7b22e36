package io.plateflow.ocr.text;

import org.opencv.core.Mat;

/** Reads one line of text; the engines differ here and nowhere else. One instance serves all threads. */
public interface Recogniser extends AutoCloseable {

    /** What it wants to see of a photo to read {@code line}; by default no more than the line. */
    default Quad frame(Quad line) {
        return line;
    }

    /** Whether it reads two rows at once, and knows plates only; others read a single line of any text. */
    default boolean readsPlates() {
        return false;
    }

    /** The characters of what {@link #frame} asked for, as probabilities. */
    Emissions read(Mat framed);

    /** Name and version, as events carry it. */
    String engine();

    @Override
    void close();
}
