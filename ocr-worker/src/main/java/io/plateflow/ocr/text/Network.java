package io.plateflow.ocr.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** A network with one image in and one tensor out; one instance serves all threads, each call on its own thread alone. */
final class Network implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;

    /** @param resource the network's file on the class path */
    Network(String resource) {
        try (InputStream in = Network.class.getResourceAsStream(resource);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(in.readAllBytes(), options);
            input = session.getInputNames().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        } catch (OrtException e) {
            throw new IllegalStateException("cannot load " + resource, e);
        }
    }

    /** What the network makes of an image of {@code channels}, one after the other, of {@code height} rows. */
    Output run(FloatBuffer image, int channels, int height, int width) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, image, new long[] {1, channels, height, width});
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor out = (OnnxTensor) result.get(0);
            float[] values = new float[out.getFloatBuffer().remaining()];
            out.getFloatBuffer().get(values);
            return new Output(values, out.getInfo().getShape());
        } catch (OrtException e) {
            throw new IllegalStateException("the network failed on " + width + " x " + height, e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("cannot close the network", e);
        }
    }

    /** The first tensor that came out, row by row, and its shape. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Output(float[] values, long[] shape) {}
}
