package io.plateflow.ocr.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.opencv.core.Core;

/**
 * The native libraries, unpacked from their jars into the cache once for all processes and all starts.
 *
 * <p>The libraries' own loaders unpack some 90 MB at every start, and leave it behind when the process is killed.
 */
public final class Natives {
    private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

    private Natives() {}

    /** Loads OpenCV and says where ONNX Runtime finds its own; further calls do nothing. */
    public static synchronized void load(Path cache) {
        if (System.getProperty("onnxruntime.native.path") != null) {
            return;
        }
        String onnx = "/ai/onnxruntime/native/" + (ARM ? "linux-aarch64" : "linux-x64");
        Path directory = cache.resolve("onnxruntime-1.22.0");
        unpack(onnx + "/libonnxruntime.so", directory.resolve("libonnxruntime.so"));
        unpack(onnx + "/libonnxruntime4j_jni.so", directory.resolve("libonnxruntime4j_jni.so"));
        String openCv = "/nu/pattern/opencv/linux/" + (ARM ? "ARMv8" : "x86_64") + "/libopencv_java490.so";
        System.load(unpack(openCv, cache.resolve("opencv-4.9.0-0").resolve("libopencv_java490.so"))
                .toString());
        Core.setNumThreads(1);
        System.setProperty("onnxruntime.native.path", directory.toString());
    }

    /** Copies a class-path resource to {@code file} unless it is there; whoever sees the file sees all of it. */
    public static Path unpack(String resource, Path file) {
        Path absolute = file.toAbsolutePath();
        if (Files.exists(absolute)) {
            return absolute;
        }
        try (InputStream in = Natives.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            Path directory = Files.createDirectories(absolute.resolveSibling("."));
            Path part = Files.createTempFile(directory, "unpacking", ".part");
            try {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            return absolute;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + resource + " to " + absolute, e);
        }
    }
}
