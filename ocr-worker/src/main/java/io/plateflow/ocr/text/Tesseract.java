package io.plateflow.ocr.text;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import net.sourceforge.tess4j.ITessAPI;
import net.sourceforge.tess4j.TessAPI1;
import org.opencv.core.Mat;

/** One instance of Tesseract with its network loaded; one thread at a time. Loading takes some 0.1 s, so it is kept. */
final class Tesseract implements AutoCloseable {
    /** Says of each step along the line how likely its characters are, in the hOCR. */
    private static final String EVERY_STEP = "1";

    private final ITessAPI.TessBaseAPI handle = TessAPI1.TessBaseAPICreate();

    /** @param data the directory of {@code eng.traineddata} */
    Tesseract(Path data) {
        if (TessAPI1.TessBaseAPIInit3(handle, data.toString(), "eng") != 0) {
            TessAPI1.TessBaseAPIDelete(handle);
            throw new IllegalStateException("Tesseract cannot load eng.traineddata from " + data);
        }
        TessAPI1.TessBaseAPISetVariable(handle, "lstm_choice_mode", EVERY_STEP);
        TessAPI1.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
        TessAPI1.TessBaseAPISetPageSegMode(handle, ITessAPI.TessPageSegMode.PSM_RAW_LINE);
    }

    /** What stands in a grey image of one line, as hOCR. */
    String hocr(Mat grey) {
        byte[] bytes = new byte[grey.rows() * grey.cols()];
        grey.get(0, 0, bytes);
        ByteBuffer pixels = ByteBuffer.allocateDirect(bytes.length).put(bytes).rewind();
        TessAPI1.TessBaseAPISetImage(handle, pixels, grey.cols(), grey.rows(), 1, grey.cols());
        TessAPI1.TessBaseAPISetSourceResolution(handle, 300);
        Pointer text = TessAPI1.TessBaseAPIGetHOCRText(handle, 0);
        try {
            return text == null ? "" : text.getString(0, "UTF-8");
        } finally {
            if (text != null) {
                TessAPI1.TessDeleteText(text);
            }
            TessAPI1.TessBaseAPIClear(handle);
        }
    }

    @Override
    public void close() {
        TessAPI1.TessBaseAPIEnd(handle);
        TessAPI1.TessBaseAPIDelete(handle);
    }
}
