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

/** Scripts, styles and templates keep what the content policy and the pages promise. */
class StaticFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SCRIPTS = RESOURCES.resolve("static/js");
    private static final Path TEMPLATES = RESOURCES.resolve("templates");
    private static final Pattern MARKUP_SINK = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|srcdoc|\\beval\\(|new Function");
    private static final Pattern INLINE = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script>|javascript:");
    private static final Pattern OUTSIDE =
            Pattern.compile("(?:src|href|url|from|import)[\\s(='\"]+https?://(?!www\\.thymeleaf)");
    private static final Pattern ICON_USED =
            Pattern.compile("icons\\.svg#([a-z]+)\"|icon\\('([a-z]+)'\\)|\\['([a-z]+)', '");
    private static final Pattern ICON_DRAWN = Pattern.compile("<symbol id=\"([a-z]+)\"");
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import|import\\() ?'\\./([a-z-]+\\.js)'");

    @Test
    void noScriptTurnsDataIntoMarkup() throws IOException {
        for (Path script : files(SCRIPTS)) {
            assertThat(Files.readString(script)).as(script.toString()).doesNotContainPattern(MARKUP_SINK);
        }
    }

    @Test
    void noTemplateHoldsInlineScriptOrStyle() throws IOException {
        for (Path template : files(TEMPLATES)) {
            assertThat(Files.readString(template)).as(template.toString()).doesNotContainPattern(INLINE);
        }
    }

    @Test
    void nothingIsAskedOfAnotherHost() throws IOException {
        for (Path file : files(RESOURCES.resolve("static"), TEMPLATES)) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(OUTSIDE);
        }
    }

    @Test
    void everyIconThatIsShownIsDrawn() throws IOException {
        Set<String> used = found(ICON_USED, files(SCRIPTS, TEMPLATES));
        Page.MENU.forEach(page -> used.add(page.name()));
        assertThat(found(ICON_DRAWN, files(RESOURCES.resolve("static/images")))).containsAll(used);
        assertThat(used).contains("pin", "review", "now");
    }

    @Test
    void everyModuleThatIsImportedExists() throws IOException {
        Set<String> modules = found(IMPORTED, files(SCRIPTS));
        assertThat(modules).hasSizeGreaterThan(10);
        assertThat(files(SCRIPTS).stream().map(file -> file.getFileName().toString()))
                .containsAll(modules);
    }

    private static Set<Path> files(Path... folders) throws IOException {
        Set<Path> all = new TreeSet<>();
        for (Path folder : folders) {
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        return all;
    }

    /** What the one group that matched holds, over all files. */
    private static Set<String> found(Pattern pattern, Set<Path> files) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files) {
            found.addAll(pattern.matcher(Files.readString(file))
                    .results()
                    .map(match -> Stream.iterate(1, i -> i <= match.groupCount(), i -> i + 1)
                            .map(match::group)
                            .filter(group -> group != null)
                            .findFirst()
                            .orElseThrow())
                    .collect(Collectors.toSet()));
        }
        return found;
    }
}
