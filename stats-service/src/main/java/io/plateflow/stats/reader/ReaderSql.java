package io.plateflow.stats.reader;

import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.storage.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * The views of {@code db/reader/views.sql}, written out.
 *
 * @param schema that they are in
 * @param version changes with any of them
 * @param statements in order; the last makes the view that says the version
 */
record ReaderSql(String schema, String version, List<String> statements) {
    private static final Pattern SHORTHAND = Pattern.compile("\\b(uuid|local)\\(([\\w.]+)\\)");
    private static final String UUID =
            "LOWER(CONCAT_WS('-', HEX(LEFT(%1$s, 4)), HEX(MID(%1$s, 5, 2)), HEX(MID(%1$s, 7, 2)), HEX(MID(%1$s, 9, 2)), HEX(RIGHT(%1$s, 6))))";

    /** Those over the tables of {@code data}, in the schema {@code data} with {@code _read} behind. */
    static ReaderSql of(String data, StatsProperties properties) {
        SiteClock clock = new SiteClock(properties.timeZone());
        String schema = data + "_read";
        String text = SHORTHAND
                .matcher(template())
                .replaceAll(found ->
                        found.group(1).equals("local") ? clock.local(found.group(2)) : UUID.formatted(found.group(2)))
                .replace("${data}", "`" + data + "`")
                .replace("${read}", "`" + schema + "`")
                .replace("${timeZone}", properties.timeZone().getId())
                .replace("${currency}", properties.currency().getCurrencyCode());
        String version = HexFormat.of().formatHex(Sha256.of(text), 0, 6);
        return new ReaderSql(
                schema,
                version,
                Stream.of(text.replace("${version}", version).split(";\n", -1))
                        .filter(statement -> !statement.isBlank())
                        .toList());
    }

    private static String template() {
        try {
            return new ClassPathResource("db/reader/views.sql")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
