package io.plateflow.ingest.phone;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of the page, as they lie on the class path, and the words of each language, all in memory. */
record PhoneFiles(Map<String, PhoneFile> byName) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json");
    private static final String WORKER = "sw.js";
    /** In the service worker: browsers fetch everything anew when its text changes. */
    private static final String VERSION = "@version@";

    PhoneFiles {
        byName = Map.copyOf(byName);
    }

    static PhoneFiles load() throws IOException {
        SortedMap<String, byte[]> found = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/phone/*")) {
            found.put(requireNonNull(file.getFilename()), file.getContentAsByteArray());
        }
        Words.LANGUAGES.forEach(language ->
                found.put(language.getLanguage() + ".json", Json.MAPPER.writeValueAsBytes(Words.in(language))));
        String worker = new String(requireNonNull(found.get(WORKER)), StandardCharsets.UTF_8);
        found.put(WORKER, worker.replace(VERSION, hash(found)).getBytes(StandardCharsets.UTF_8));
        Map<String, PhoneFile> files = new TreeMap<>();
        found.forEach((name, bytes) -> files.put(name, new PhoneFile(type(name), bytes, hash(Map.of(name, bytes)))));
        return new PhoneFiles(files);
    }

    private static String type(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        return requireNonNull(type, () -> "no media type for " + name);
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> sha.update(bytes));
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** @param tag changes with the bytes */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record PhoneFile(String type, byte[] bytes, String tag) {}
}
