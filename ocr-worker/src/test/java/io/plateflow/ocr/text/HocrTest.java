package io.plateflow.ocr.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Every step of Tesseract's hOCR keeps its alternatives. */
class HocrTest {
    private static final String LINE = """
              <div class='ocr_page' id='page_1' title='image "unknown"; bbox 0 0 90 36'>
               <span class='ocrx_word' id='word_1_1' title='bbox 1 2 3 4; x_wconf 11'>-F8
                <span class='ocr_symbol' id='symbol_1_1_1'>
                 <span class='ocrx_cinfo' id='timestep1_1_1'>
                  <span class='ocrx_cinfo' id='choice_1_1_1' title='x_confs 48'>-</span>
                  <span class='ocrx_cinfo' id='choice_1_1_2' title='x_confs 41'></span>
                  <span class='ocrx_cinfo' id='choice_1_1_3' title='x_confs 3'>&amp;</span></span></span>
                <span class='ocr_symbol' id='symbol_1_1_2'>
                 <span class='ocrx_cinfo' id='timestep1_1_2'>
                  <span class='ocrx_cinfo' id='choice_1_1_4' title='x_confs 61'>S</span>
                  <span class='ocrx_cinfo' id='choice_1_1_5' title='x_confs 20'>s</span>
                  <span class='ocrx_cinfo' id='choice_1_1_6' title='x_confs 17'>5</span></span></span>
               </span>
              </div>
            """;

    @Test
    void everyStepKeepsItsAlternatives() {
        float[] step = Hocr.emissions(LINE).steps()[1];
        assertThat(step[Emissions.symbol('5')]).isEqualTo(0.17f, within(1e-6f));
        assertThat(step[Emissions.BLANK]).isEqualTo(0.02f, within(1e-6f));
    }

    @Test
    void lowerCaseCountsAsUpper() {
        assertThat(Hocr.emissions(LINE).steps()[1][Emissions.symbol('S')]).isEqualTo(0.81f, within(1e-6f));
    }

    @Test
    void whatIsNeitherLetterNorDigitIsNoCharacter() {
        assertThat(Hocr.emissions(LINE).steps()[0][Emissions.BLANK]).isEqualTo(1);
    }

    @Test
    void aCharacterSeenAtSeveralStepsCountsOnceWhereItIsSurest() {
        float[][] steps = Hocr.emissions(step("F 60", "E 39") + step("F 98") + step("F 70") + step("F 97"))
                .steps();
        assertThat(steps).hasDimensions(1, Emissions.SYMBOLS);
        assertThat(steps[0][Emissions.symbol('F')]).isEqualTo(0.98f, within(1e-6f));
    }

    @Test
    void twiceTheSameCharacterStaysTwo() {
        float[][] steps =
                Hocr.emissions(step("1 98") + step(" 99") + step("1 97")).steps();
        assertThat(steps).hasDimensions(3, Emissions.SYMBOLS);
    }

    @Test
    void anEmptyLineHasNoSteps() {
        assertThat(Hocr.emissions("").steps()).isEmpty();
    }

    @Test
    void anAnswerCutShortIsAFaultOfTheEngine() {
        assertThatIllegalStateException().isThrownBy(() -> Hocr.emissions(LINE.substring(0, 400)));
    }

    private static String step(String... choices) {
        StringBuilder step = new StringBuilder("<span id='timestep1_1_1'>");
        for (String choice : choices) {
            step.append("<span id='choice_1_1_1' title='x_confs %s'>%s</span>"
                    .formatted(choice.substring(2), choice.substring(0, 1)));
        }
        return step.append("</span>").toString();
    }
}
