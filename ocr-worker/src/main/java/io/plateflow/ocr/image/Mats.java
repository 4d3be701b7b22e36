package io.plateflow.ocr.image;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** A scope that gives the native memory of its matrices back; the garbage collector does not see that memory. */
public final class Mats implements AutoCloseable {
    private final List<Mat> held = new ArrayList<>();

    /** A new, empty matrix that lives as long as this scope. */
    public Mat empty() {
        return hold(new Mat());
    }

    /** {@code mat}, released with this scope. */
    public <M extends Mat> M hold(M mat) {
        held.add(mat);
        return mat;
    }

    @Override
    public void close() {
        held.forEach(Mat::release);
    }
}
