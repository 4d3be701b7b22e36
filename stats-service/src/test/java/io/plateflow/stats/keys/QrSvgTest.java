package io.plateflow.stats.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A phone reads what the QR says. */
class QrSvgTest {
    private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int PIXELS = 4;

    @Test
    void isReadAsTheAddressThatItWasMadeOf() throws Exception {
        String address = "https://estacionamiento.example.com:8443/capture#key=" + "Ab9_-".repeat(8) + "xyz";
        assertThat(new QRCodeReader().decode(pictured(QrSvg.of(address))).getText())
                .isEqualTo(address);
    }

    private static BinaryBitmap pictured(String svg) {
        Matcher box = SIDE.matcher(svg);
        assertThat(box.find()).as(svg).isTrue();
        int side = Integer.parseInt(box.group(1)) * PIXELS;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        for (Matcher module = MODULE.matcher(svg); module.find(); ) {
            int left = Integer.parseInt(module.group(1)) * PIXELS;
            int top = Integer.parseInt(module.group(2)) * PIXELS;
            for (int y = top; y < top + PIXELS; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + PIXELS, 0);
            }
        }
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    }
}
