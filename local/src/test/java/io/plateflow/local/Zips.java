package io.plateflow.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** ZIP files that no backup wrote. */
final class Zips {
    private Zips() {}

    /** Where the directory begins, which says a second time what the entries before it say. */
    static int directory(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    }

    static void of(Map<String, String> entries, Path to) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /** {@code most}, with one entry as it is in {@code other}. */
    static void withEntryOf(String name, Path most, Path other, Path to) throws IOException {
        try (ZipFile from = new ZipFile(most.toFile());
                ZipFile strange = new ZipFile(other.toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                ZipFile source = entry.getName().equals(name) ? strange : from;
                zip.putNextEntry(new ZipEntry(entry.getName()));
                source.getInputStream(source.getEntry(entry.getName())).transferTo(zip);
                zip.closeEntry();
            }
        }
    }
}
