package io.plateflow.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.text.Emissions;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The decoder stays within the layouts, whatever the network says, and keeps what the network says clearly. */
class LineDecoderTest {
    private static final Grammars SITE = Grammars.SOUTH_AMERICA;
    private final LineDecoder decoder = new LineDecoder(new Layouts(SITE.layouts()));

    @Property(tries = 200)
    void fittingTextsNeverLeaveTheLayouts(@ForAll long seed, @ForAll @IntRange(min = 0, max = 24) int steps) {
        Line line = decoder.decode(noise(new Random(seed), steps));
        assertThat(line.fitting())
                .allSatisfy(
                        h -> assertThat(SITE.countriesOf(h.text())).as(h.text()).isNotEmpty());
        assertThat(line.posterior().values().stream().mapToDouble(p -> p).sum()).isBetween(0.0, 1 + 1e-9);
    }

    @Property(tries = 100)
    void aPlateOfTheSiteSaidClearlyIsRead(@ForAll long seed) {
        String plate = Plates.ofAnyLayout(new Random(seed));
        Line line = decoder.decode(saying(plate));
        assertThat(line.fits()).isTrue();
        assertThat(line.text()).isEqualTo(plate);
    }

    /** Whatever else the network sees there, as long as it sees the plate for the most part: the layouts may only help. */
    @Property(tries = 100)
    void aPlateOfTheSiteReadFreelyIsReadWithinTheLayoutsToo(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.5) double doubt) {
        Random random = new Random(seed);
        String plate = Plates.ofAnyLayout(random);
        for (LineDecoder each : List.of(decoder, LineDecoder.forPlates(new Layouts(SITE.layouts())))) {
            Line line = each.decode(mixed(saying(plate), noise(random, 2 * plate.length()), doubt));
            if (line.free().get(0).text().equals(plate)) {
                assertThat(line.fits()).isTrue();
                assertThat(line.text()).isEqualTo(plate);
            }
        }
    }

    @Test
    void aTwinThatTheLayoutForbidsIsReadAsItsDouble() {
        assertThat(decoder.decode(saying("ABO1234")).text()).isEqualTo("ABO1234");
        assertThat(decoder.decode(saying("AB0I2CD")).text()).isNotEqualTo("AB0I2CD");
    }

    @Test
    void aForeignPlateIsNotBentIntoALayout() {
        Line line = decoder.decode(saying("8XKZ415"));
        assertThat(line.fits()).isFalse();
        assertThat(line.text()).isEqualTo("8XKZ415");
    }

    private static Emissions saying(String text) {
        float[][] steps = new float[2 * text.length()][Emissions.SYMBOLS];
        for (int i = 0; i < text.length(); i++) {
            steps[2 * i][Emissions.symbol(text.charAt(i))] = 0.98f;
            steps[2 * i][Emissions.BLANK] = 0.02f;
            steps[2 * i + 1][Emissions.BLANK] = 1;
        }
        return new Emissions(steps);
    }

    private static Emissions mixed(Emissions one, Emissions other, double part) {
        float[][] steps = new float[one.steps().length][Emissions.SYMBOLS];
        for (int step = 0; step < steps.length; step++) {
            for (int symbol = 0; symbol < Emissions.SYMBOLS; symbol++) {
                steps[step][symbol] =
                        (float) ((1 - part) * one.steps()[step][symbol] + part * other.steps()[step][symbol]);
            }
        }
        return new Emissions(steps);
    }

    private static Emissions noise(Random random, int length) {
        float[][] steps = new float[length][Emissions.SYMBOLS];
        for (float[] step : steps) {
            float sum = 0;
            for (int symbol = 0; symbol < step.length; symbol++) {
                step[symbol] = (float) Math.pow(random.nextDouble(), 8);
                sum += step[symbol];
            }
            for (int symbol = 0; symbol < step.length; symbol++) {
                step[symbol] /= sum;
            }
        }
        return new Emissions(steps);
    }
}
