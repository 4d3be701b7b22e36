package io.plateflow.local;

import io.plateflow.contracts.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The log of one child. */
record LogFile(Path path) {
    /** Bytes; a log that is larger when its process starts becomes the previous one. */
    private static final long LARGEST = 20L << 20;
    /** Bytes at the end that are searched for the last error. */
    private static final int TAIL = 512 * 1024;

    private static final Pattern ERROR = Pattern.compile("^\\{.*\"level\"\\s*:\\s*\"ERROR\"|^[^{].*\\bERROR\\b");

    /** Makes room before a start. */
    Path rotated() throws IOException {
        if (Files.exists(path) && Files.size(path) > LARGEST) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return path;
    }

    /** The newest line of level ERROR, its message alone when the line is JSON; absent when there is none. */
    @Nullable
    String lastError() throws IOException {
        if (!Files.exists(path)) {
            return null;
        }
        return Arrays.stream(tail().split("\n", -1))
                .filter(line -> ERROR.matcher(line).find())
                .reduce((earlier, later) -> later)
                .map(LogFile::message)
                .orElse(null);
    }

    private String tail() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static String message(String line) {
        if (!line.startsWith("{")) {
            return line.strip();
        }
        try {
            JsonNode json = Json.MAPPER.readTree(line);
            return "%s %s"
                    .formatted(
                            json.path("@timestamp").asString(""),
                            json.path("message").asString(line))
                    .strip();
        } catch (JacksonException cutShort) {
            return line.strip();
        }
    }
}
