package io.plateflow.stats.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.CaptureFlag;
import io.plateflow.domain.stay.StayFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is doubtful is said in the reader's language, whatever it is. */
class FlagWordsTest {
    private static final Path WORDS = Path.of("src/main/resources/static/js/flags.js");
    private static final Pattern HAS_WORDS = Pattern.compile("^  ([A-Z_]+): 'flag\\.", Pattern.MULTILINE);

    @Test
    void everyFlagOfACaptureAndOfAStayHasWords() throws IOException {
        assertThat(HAS_WORDS.matcher(Files.readString(WORDS)).results().map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(CaptureFlag.values()), Stream.of(StayFlag.values()))
                                .map(Enum::name)
                                .collect(Collectors.toSet()));
    }
}
