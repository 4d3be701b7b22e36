package io.plateflow.ocr.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plateflow.domain.plate.Plate;
import io.plateflow.ocr.text.Quad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A photo and what it says.
 *
 * @param plate in normal form
 * @param box where, in pixels of the upright photo, if known
 */
record Labelled(Path file, String plate, @Nullable Quad box) {
    static final String LABELS = "labels.csv";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    /**
     * The photos of {@code folder} by name, out of its {@code labels.csv}: columns {@code file} and {@code plate}, and
     * {@code x}, {@code y}, {@code width}, {@code height} if the place is known.
     *
     * @throws IllegalArgumentException when the table has no such columns, a photo is missing or a plate is none
     */
    static List<Labelled> in(Path folder) throws IOException {
        List<Labelled> photos = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(folder.resolve(LABELS), UTF_8, FORMAT)) {
            for (CSVRecord row : rows) {
                photos.add(of(folder, row));
            }
        }
        photos.sort(Comparator.comparing(Labelled::file));
        return photos;
    }

    private static Labelled of(Path folder, CSVRecord row) {
        if (!row.isSet("file") || !row.isSet("plate")) {
            throw new IllegalArgumentException(
                    folder.resolve(LABELS) + ", row " + row.getRecordNumber() + ": columns file and plate are needed");
        }
        Path file = folder.resolve(row.get("file"));
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is in " + LABELS + " and not there");
        }
        String plate = Plate.parse(row.get("plate"))
                .orElseThrow(() -> new IllegalArgumentException(folder.resolve(LABELS) + ": “" + row.get("plate")
                        + "” of " + file.getFileName() + " is no plate"))
                .text();
        return new Labelled(file, plate, row.isSet("height") ? box(folder, row) : null);
    }

    private static Quad box(Path folder, CSVRecord row) {
        try {
            return Quad.rectangle(
                    Double.parseDouble(row.get("x")),
                    Double.parseDouble(row.get("y")),
                    Double.parseDouble(row.get("width")),
                    Double.parseDouble(row.get("height")));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    folder.resolve(LABELS) + ", row " + row.getRecordNumber() + ": x, y, width and height are numbers",
                    e);
        }
    }
}
