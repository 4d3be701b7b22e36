package io.plateflow.local.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniqueJpegTest {
    @ParameterizedTest
    @ValueSource(ints = {20_000, 60_000, 200_000})
    void isAPhotoOfExactlyThatSizeWhateverItsNumber(int size) throws IOException {
        byte[] first = UniqueJpeg.ofBytes(size);
        byte[] second = first.clone();
        UniqueJpeg.number(second, UniqueJpeg.NUMBER_AT, -1);

        assertThat(first).hasSize(size);
        assertThat(Arrays.mismatch(first, second)).isEqualTo(UniqueJpeg.NUMBER_AT);
        BufferedImage photo = ImageIO.read(new ByteArrayInputStream(second));
        assertThat(photo.getWidth()).isGreaterThanOrEqualTo(200);
    }
}
