package io.plateflow.stats.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code docs/analysis.md} and the READMEs tell analysts about SQL. */
final class Documented {
    private static final Pattern VIEW =
            Pattern.compile("^### `(\\w+)`.*?(?=^### |\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FIRST_CELL = Pattern.compile("^\\| (`[^|]*`) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern SQL = Pattern.compile("^```sql\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private Documented() {}

    /** The columns of each view, in order. */
    static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new TreeMap<>();
        VIEW.matcher(section())
                .results()
                .forEach(view -> columns.put(
                        view.group(1),
                        FIRST_CELL
                                .matcher(view.group())
                                .results()
                                .flatMap(cell -> NAME.matcher(cell.group(1)).results())
                                .map(name -> name.group(1))
                                .toList()));
        return columns;
    }

    static List<String> questions() {
        return Stream.of(section(), read("README.md"), read("README.es.md"))
                .flatMap(text -> SQL.matcher(text).results())
                .map((MatchResult block) -> block.group(1))
                .flatMap(block -> Stream.of(block.split(";[^;\\n]*\\n", -1)))
                .filter(Predicate.not(String::isBlank))
                .toList();
    }

    private static String section() {
        String text = read("docs/analysis.md");
        return text.substring(text.indexOf("## SQL"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("..", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
