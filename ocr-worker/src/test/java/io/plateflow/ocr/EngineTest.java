package io.plateflow.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A site names the engine in its settings. */
@ExtendWith(OutputCaptureExtension.class)
class EngineTest {

    @Test
    void anUnknownNameStopsTheStartAndNamesTheChoices(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        OcrApplication.class, "--plateflow.ocr.engine=abbyy", "--management.server.port=0"))
                .isNotNull();
        assertThat(output).contains("plateflow.ocr.engine", "abbyy", "PLATES", "PPOCR", "TESS4J");
    }
}
