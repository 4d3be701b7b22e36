package io.plateflow.local;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The SHA-256 of each file of a backup, as {@code sha256sum} writes them: 64 hex digits, two blanks, the name.
 *
 * @param byName lower-case hex
 */
record Sums(SortedMap<String, String> byName) {
    /** Of the entry that holds them, the last. */
    static final String NAME = "SHA256SUMS";

    static DigestInputStream summing(InputStream in) {
        try {
            return new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Notes the sum of a file that was read to its end. */
    void put(String name, DigestInputStream read) {
        byName.put(name, HexFormat.of().formatHex(read.getMessageDigest().digest()));
    }

    byte[] text() {
        return byName.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
