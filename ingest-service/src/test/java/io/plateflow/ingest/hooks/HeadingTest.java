package io.plateflow.ingest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.stay.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingTest {
    @ParameterizedTest
    @CsvSource({
        "forward, ENTRY, ENTRY",
        "reverse, ENTRY, EXIT",
        "forward, EXIT, EXIT",
        "reverse, EXIT, ENTRY",
        "Obverse, ENTRY, ENTRY",
        "Reverse, PASS, PASS",
        "Leave, ENTRY, EXIT",
        "reverse, ,",
        "forward, ,",
    })
    void meansWhatTheCamerasRecordSays(String word, @Nullable Direction forward, @Nullable Direction meant) {
        Heading heading = Heading.of(word);
        assertThat(heading).isNotNull();
        assertThat(heading.at(forward)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"unknown", "''", "225"})
    void isNoneForOtherWords(String word) {
        assertThat(Heading.of(word)).isNull();
        assertThat(Heading.of(null)).isNull();
    }
}
