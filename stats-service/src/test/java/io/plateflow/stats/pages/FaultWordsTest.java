package io.plateflow.stats.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is wrong with a draft, or odd about it, is said in the reader's language, whatever it is. */
class FaultWordsTest {
    private static final Path DOMAIN = Path.of("../domain/src/main/java/io/plateflow/domain");
    private static final Path SERVICE = Path.of("src/main/java/io/plateflow/stats");
    private static final Path WORDS = Path.of("src/main/resources/static/js/faults.js");
    /** Of what is refused whole: these have their words elsewhere. Some are names of columns. */
    private static final Set<String> REFUSALS =
            Set.of("body_too_large", "key_revoked", "camera_id", "key_id", "capture_id", "received_at", "skew_millis");

    private static final Pattern CODE = Pattern.compile("\"([a-z\\d]+(?:_[a-z\\d]+)+)\"");
    private static final Pattern HAS_WORDS = Pattern.compile("^  (\\w+): '(?:fault|odd)\\.", Pattern.MULTILINE);

    @Test
    void everyCodeOfALintHasWords() throws IOException {
        Set<String> codes = new TreeSet<>(Set.of("missing", "unused"));
        for (Path folder : new Path[] {
            DOMAIN.resolve("tariff"),
            DOMAIN.resolve("place"),
            SERVICE.resolve("tariffs"),
            SERVICE.resolve("quotes"),
            SERVICE.resolve("cameras"),
            SERVICE.resolve("keys")
        }) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    codes.addAll(found(CODE, file));
                }
            }
        }
        codes.addAll(found(CODE, SERVICE.resolve("editions/Written.java")));
        codes.addAll(found(CODE, SERVICE.resolve("editions/WrittenRows.java")));
        codes.addAll(Set.of("repeated_plate", "repeated_id"));
        codes.removeAll(REFUSALS);
        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(found(HAS_WORDS, WORDS)).containsAll(codes);
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
