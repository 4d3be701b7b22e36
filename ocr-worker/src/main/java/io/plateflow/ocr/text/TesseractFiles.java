package io.plateflow.ocr.text;

import io.plateflow.ocr.image.Natives;
import java.nio.file.Path;

/** Tesseract's libraries and network, out of their jars; nothing of it need be installed. */
final class TesseractFiles {
    private TesseractFiles() {}

    /** The directory that holds them; JNA is told to look there, which works until it has first been used. */
    static Path unpacked(Path cache) {
        if (!System.getProperty("os.arch", "").equals("amd64")) {
            throw new IllegalStateException("tess4j needs Linux on x86-64; ppocr reads here too");
        }
        Path directory = cache.resolve("tesseract-5.5.1-1.5.12").toAbsolutePath();
        unpack("/com/sun/jna/linux-x86-64/libjnidispatch.so", directory, "libjnidispatch.so");
        unpack("/org/bytedeco/leptonica/linux-x86_64/libleptonica.so.6", directory, "libleptonica.so.6");
        unpack("/org/bytedeco/tesseract/linux-x86_64/libtesseract.so.5.5", directory, "libtesseract.so");
        unpack("/tessdata/eng.traineddata", directory, "eng.traineddata");
        System.setProperty("jna.boot.library.path", directory.toString());
        System.setProperty("jna.library.path", directory.toString());
        return directory;
    }

    private static void unpack(String resource, Path directory, String file) {
        Natives.unpack(resource, directory.resolve(file));
    }
}
