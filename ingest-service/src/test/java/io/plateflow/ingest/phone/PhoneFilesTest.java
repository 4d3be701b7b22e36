package io.plateflow.ingest.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files of the page keep what its content policy promises, and both languages say all that they ask for. */
class PhoneFilesTest {
    private static final Pattern MARKUP_SINK = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|srcdoc|\\beval\\(|new Function");
    private static final Pattern INLINE = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script>|javascript:");
    private static final Pattern OUTSIDE = Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)");
    private static final Pattern ASKED = Pattern.compile("data-say(?:-label)?=\"([a-z.]+)\"|'([a-z]+\\.[a-z]+)'");
    private static final Pattern KEPT = Pattern.compile("'([a-z]+\\.[a-z]+)'");
    private static final Pattern IMPORTED = Pattern.compile("from '\\./([a-z]+\\.js)'");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    /** Written with one word, not with a dot, so that the pattern above does not see them. */
    private static final Set<String> SHORT = Set.of("cancel", "pick", "shutter");

    private final Map<String, String> texts;

    PhoneFilesTest() throws IOException {
        texts = PhoneFiles.load().byName().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> new String(file.getValue().bytes(), UTF_8)));
    }

    @Test
    void noScriptTurnsDataIntoMarkupNothingIsInlineAndNothingComesFromElsewhere() {
        assertThat(texts).hasSizeGreaterThan(20).allSatisfy((name, text) -> {
            assertThat(text).as(name).doesNotContainPattern(OUTSIDE);
            if (name.endsWith(".js")) {
                assertThat(text).as(name).doesNotContainPattern(MARKUP_SINK);
            } else if (name.endsWith(".html")) {
                assertThat(text).as(name).doesNotContainPattern(INLINE);
            }
        });
    }

    @Test
    void everythingThatThePageNeedsIsKeptForWhenThereIsNoNetwork() {
        Set<String> kept = found(KEPT, text("sw.js"));
        Set<String> needed = new TreeSet<>(texts.keySet());
        needed.removeAll(Set.of("sw.js", "index.html"));

        assertThat(kept).isEqualTo(needed);
        texts.values().forEach(text -> assertThat(texts.keySet()).containsAll(found(IMPORTED, text)));
    }

    @Test
    void browsersFetchEverythingAnewOnlyWhenSomethingChanged() throws IOException {
        assertThat(text("sw.js")).doesNotContain("@version@").containsPattern("'capture-[0-9a-f]{16}'");
        assertThat(PhoneFiles.load().byName().get("sw.js"))
                .satisfies(again -> assertThat(new String(again.bytes(), UTF_8)).isEqualTo(text("sw.js")));
    }

    @Test
    void bothLanguagesSayTheSameAndNothingElseThanIsAskedFor() {
        Set<String> asked = new TreeSet<>(SHORT);
        texts.forEach((name, text) -> {
            if (name.equals("index.html") || (name.endsWith(".js") && !name.equals("sw.js"))) {
                asked.addAll(found(ASKED, text));
            }
        });
        asked.removeIf(key -> key.endsWith(".js") || key.startsWith("plateflow.") || key.equals("photo.jpg"));

        for (var language : Words.LANGUAGES) {
            assertThat(Words.in(language).keySet()).as(language.toString()).isEqualTo(asked);
        }
    }

    @Test
    void bothLanguagesFillInTheSamePlaces() {
        Map<String, String> english = Words.in(Words.LANGUAGES.get(1));
        Words.in(Words.LANGUAGES.get(0))
                .forEach((key, words) -> assertThat(found(PLACE, String.valueOf(english.get(key))))
                        .as(key)
                        .isEqualTo(found(PLACE, words)));
    }

    private String text(String name) {
        return String.valueOf(texts.get(name));
    }

    /** What the first group that matched holds, or all that matched. */
    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(PhoneFilesTest::one).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String one(MatchResult match) {
        for (int i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) != null) {
                return match.group(i);
            }
        }
        return match.group();
    }
}
