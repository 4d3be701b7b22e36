package io.plateflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a README tells its reader to type. */
record Readme(String text) {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern IN_TABLE = Pattern.compile("^\\| `((?:\\./|docker )[^`]+)` \\|", Pattern.MULTILINE);

    static Readme at(Path file) {
        try {
            return new Readme(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commands of its code, each on one line, in order. */
    List<String> shown() {
        return blocks("sh")
                .flatMap(block -> block.replaceAll("\\\\\\n\\s*", "").lines())
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** The first of {@link #shown()} that begins so. */
    String shown(String beginning) {
        return shown().stream()
                .filter(command -> command.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the README shows no command that begins with " + beginning));
    }

    /** The commands that its tables explain. */
    List<String> listed() {
        return IN_TABLE.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }

    /** Its questions in SQL. */
    List<String> questions() {
        return blocks("sql")
                .flatMap(String::lines)
                .map(line -> line.replaceFirst(";.*", ""))
                .toList();
    }

    /** All commands, in words that are the same in every language. */
    List<String> inEveryLanguage() {
        List<String> all = new ArrayList<>(shown());
        all.addAll(listed());
        all.addAll(questions());
        return all.stream()
                .map(command -> command.replace("foto.jpg", "photo.jpg")
                        .replaceAll("\\b\\p{Lu}{4,}…", "PATH…")
                        .replace("CARPETA", "DIR")
                        .replace("ARCHIVO", "FILE"))
                .toList();
    }

    private Stream<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2));
    }
}
