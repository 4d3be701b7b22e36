package io.plateflow.domain.stay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The rows of the tables of a Markdown file. */
final class Table {
    private Table() {}

    static Stream<Arguments> rows(String file) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("|") && !line.startsWith("|-") && !line.startsWith("| rule |"))
                    .map(line -> line.substring(1).split("\\|"))
                    .map(cells -> Arguments.of(
                            (Object[]) Arrays.stream(cells).map(String::trim).toArray(String[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
