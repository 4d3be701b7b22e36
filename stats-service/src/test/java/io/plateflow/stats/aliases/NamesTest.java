package io.plateflow.stats.aliases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows may say of plates once some are erased. */
class NamesTest {
    private static final Instant UNTIL = Instant.parse("2026-03-03T12:00:00Z");
    private static final Instant LATER = UNTIL.plusMillis(1);
    private static final String ALIAS = "qwertyuiop";

    private final Names names = new Names(
            Map.of(
                    HexFormat.of().formatHex(hash("AB123CD")),
                    new Names.Erased(ALIAS, UNTIL),
                    HexFormat.of().formatHex(hash("97")),
                    new Names.Erased("zxcvbnmlkj", UNTIL)),
            NamesTest::hash);

    @Test
    void anAliasStandsForAPlateUpToItsErasureAndForNoOther() {
        assertThat(names.of("AB123CD", UNTIL)).isEqualTo(ALIAS);
        assertThat(names.of("AB123CD", LATER)).isEqualTo("AB123CD");
        assertThat(names.of("AB123CE", UNTIL)).isEqualTo("AB123CE");
        assertThat(names.written("ab 123-cd", UNTIL)).isEqualTo(ALIAS);
        assertThat(names.written("ab 123-ce", UNTIL)).isEqualTo("ab 123-ce");
        assertThat(names.written(null, UNTIL)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":"AB123CD","p":0.97}     | {"text":"qwertyuiop","p":0.97}
            {"plate":"97","bytes":97}       | {"plate":"zxcvbnmlkj","bytes":97}
            {"reason":"AB123CD, he says"}   | {"reason":"qwertyuiop, he says"}
            {"text":"AB123CDE"}             | {"text":"AB123CDE"}
            {"text":"XAB123CD"}             | {"text":"XAB123CD"}
            """)
    void textsNameNoErasedPlate(String text, String without) {
        assertThat(names.in(text, UNTIL)).isEqualTo(without);
        assertThat(names.in(text, LATER)).isEqualTo(text);
        assertThat(names.anyIn(text)).isEqualTo(!text.equals(without));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            AB123CD | the driver of ab 123-cd asked | the driver of qwertyuiop asked
            AB123CD | {"text":"AB123CD"}            | {"text":"qwertyuiop"}
            AB123CD | AB123CDE and 1AB123CD         | AB123CDE and 1AB123CD
            97      | {"p":0.97,"text":"97"}        | {"p":0.97,"text":"qwertyuiop"}
            ABC     | at a b c                      | at a b c
            """)
    void aMentionIsFoundHoweverItIsWritten(String plate, String text, String without) {
        assertThat(new Mention(plate).replaced(text, ALIAS)).isEqualTo(without);
    }

    @Test
    void anAliasHasNothingInCommonWithAnyPlate() {
        String alias = Aliases.letters(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
        assertThat(alias).matches("[a-z]{10}").isNotEqualTo(Aliases.letters(new byte[] {-1, -1, -1, -1, -1, -1, -1, -2
        }));
        assertThat(Aliases.isAlias(alias)).isTrue();
        assertThat(Aliases.isAlias("AB123CD")).isFalse();
        assertThat(Aliases.standIn(alias).text()).hasSize(10);
        assertThat(Aliases.standIn("AB123CD").text()).isEqualTo("AB123CD");
    }

    private static byte[] hash(String plate) {
        return new StringBuilder(plate).reverse().toString().getBytes(StandardCharsets.US_ASCII);
    }
}
