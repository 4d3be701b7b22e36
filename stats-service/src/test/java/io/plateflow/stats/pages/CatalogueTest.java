package io.plateflow.stats.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say everything that templates and scripts ask for, and nothing else. */
class CatalogueTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    /** In scripts every key is a whole single-quoted literal, so that this test can see it. */
    private static final Pattern IN_SCRIPTS = Pattern.compile("'([a-z]+(?:\\.[a-zA-Z0-9-]+)+)'");

    private static final Pattern IN_TEMPLATES = Pattern.compile("(?:#\\{|msg\\('|')([a-z]+(?:\\.[a-zA-Z-]+)+)");
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(Words.SPANISH)).isEqualTo(keys(Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void bothLanguagesFillInTheSamePlaces() {
        Words.in(Words.SPANISH)
                .forEach((key, words) -> assertThat(
                                places(Words.in(Locale.ENGLISH).getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(places(words)));
    }

    @Test
    void noWordsHoldAnApostropheThatFillingInWouldSwallow() {
        for (Locale language : Words.LANGUAGES) {
            assertThat(Words.in(language).values()).noneMatch(words -> words.contains("'"));
        }
    }

    @Test
    void everyKeyThatIsAskedForExists() {
        assertThat(keys(Words.SPANISH)).containsAll(askedFor());
    }

    @Test
    void everyKeyIsAskedFor() {
        assertThat(askedFor()).containsAll(keys(Words.SPANISH));
    }

    private static Set<String> askedFor() {
        Set<String> asked = new TreeSet<>(Set.of("role.ADMIN", "role.OPERATOR", "role.ANALYST"));
        Page.MENU.forEach(page -> asked.add(page.name() + ".title"));
        Page.SETTINGS.forEach(page -> asked.add("settings." + page.name()));
        found("static/js", IN_SCRIPTS).filter(key -> !key.endsWith(".js")).forEach(key -> {
            if (keys(Words.SPANISH).contains(key + ".other")) {
                asked.addAll(Set.of(key + ".one", key + ".other"));
            } else {
                asked.add(key);
            }
        });
        found("templates", IN_TEMPLATES).forEach(asked::add);
        found("../java/io/plateflow/stats/pages/LoginPage.java", IN_CODE).forEach(asked::add);
        return asked;
    }

    private static Stream<String> found(String folder, Pattern pattern) {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            return files
                    .filter(Files::isRegularFile)
                    .map(CatalogueTest::text)
                    .flatMap(text -> pattern.matcher(text).results().map(match -> match.group(1)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(Locale language) {
        return Words.in(language).keySet();
    }

    private static Set<String> places(String words) {
        Function<MatchResult, String> whole = MatchResult::group;
        return PLACE.matcher(words).results().map(whole).collect(Collectors.toSet());
    }
}
