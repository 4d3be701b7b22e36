package io.plateflow.ocr.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Every photo as a row of a table, for whoever wants to ask more than the report says. */
final class Rows {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "file",
                    "plate",
                    "read",
                    "exact",
                    "fold",
                    "confidence",
                    "review",
                    "format_unknown",
                    "cpu_ms",
                    "quad")
            .get();

    private Rows() {}

    static void write(List<Judged> photos, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file);
                CSVPrinter rows = FORMAT.print(out)) {
            for (Judged p : photos) {
                rows.printRecord(
                        p.photo().file(),
                        p.photo().plate(),
                        p.read(),
                        p.exact(),
                        p.alike(),
                        p.confidence(),
                        p.review(),
                        p.unknown(),
                        p.cost().all(),
                        p.quad() == null ? "" : p.quad().corners());
            }
        }
    }
}
