package io.plateflow.ocr.text;

import org.opencv.core.Mat;

/** Reads one line of text; the engines differ here and nowhere else. One instance serves all threads. */
public interface Recogniser extends AutoCloseable {

    /** The characters of the line, as probabilities. */
    Emissions read(Mat line);

    /** Name and version, as events carry it. */
    String engine();

    @Override
    void close();
}
