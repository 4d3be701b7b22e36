package io.plateflow.stats.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateLooksTest {

    @ParameterizedTest
    @CsvSource({
        "AB123CD, AB123CD, true",
        "AB123CD, A8I23C0, true",
        "AB123CD, AB123CE, true",
        "AB123CD, AB12CD, true",
        "AB123CD, AB1234CD, true",
        "AB123CD, XAB123CD, true",
        "AB123CD, AB132CD, false",
        "AB123CD, AB124CE, false",
        "AB123CD, AB1CD, false",
    })
    void resemblesWhatIsOneEditAway(String one, String other, boolean resembles) {
        assertThat(PlateLooks.resemble(one, other)).isEqualTo(resembles);
        assertThat(PlateLooks.resemble(other, one)).isEqualTo(resembles);
    }

    @Test
    void sharesALookWithEveryPlateThatItResembles() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String one = plate(random);
            String other = edited(random, one);
            if (PlateLooks.resemble(one, other)) {
                assertThat(Collections.disjoint(PlateLooks.of(one), PlateLooks.of(other)))
                        .as("%s %s", one, other)
                        .isFalse();
            }
        }
    }

    private static String edited(Random random, String plate) {
        int at = random.nextInt(plate.length());
        String letter = plate(random).substring(0, 1);
        return switch (random.nextInt(3)) {
            case 0 -> plate.substring(0, at) + letter + plate.substring(at + 1);
            case 1 -> plate.substring(0, at) + letter + plate.substring(at);
            default -> plate.substring(0, at) + plate.substring(at + 1);
        };
    }

    private static String plate(Random random) {
        StringBuilder plate = new StringBuilder();
        for (int i = 3 + random.nextInt(6); i > 0; i--) {
            plate.append("ABO0DQ1I2Z5S6G8B379".charAt(random.nextInt(19)));
        }
        return plate.toString();
    }
}
