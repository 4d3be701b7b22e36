package io.plateflow.ocr;

import io.plateflow.ocr.text.Emissions;
import io.plateflow.ocr.text.Recogniser;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.opencv.core.Mat;

/** The real engine under a name of its own, healthy, failing, or stuck until it is let go. */
record TestEngine(String engine, Recogniser real, UnaryOperator<Mat> before) implements Recogniser {

    static TestEngine healthy(String name, Recogniser real) {
        return new TestEngine(name, real, line -> line);
    }

    /** Fails as a network does that gets no memory. */
    static TestEngine failing(Recogniser real) {
        return new TestEngine("failing", real, line -> {
            throw new IllegalStateException("the network failed on 192 x 48");
        });
    }

    /** Reads once {@code released} is counted down. */
    static TestEngine stuck(Recogniser real, CountDownLatch entered, CountDownLatch released) {
        return new TestEngine("stuck", real, line -> {
            entered.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return line;
        });
    }

    @Override
    public Emissions read(Mat line) {
        return real.read(before.apply(line));
    }

    @Override
    public void close() {
        // the real engine is the test's
    }
}
