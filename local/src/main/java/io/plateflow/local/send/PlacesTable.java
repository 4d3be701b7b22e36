package io.plateflow.local.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a CSV file as people have them: from a program, or from a spreadsheet that separates by semicolons. */
final class PlacesTable {
    private static final String FILE = "file";
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("file", FILE),
            Map.entry("archivo", FILE),
            Map.entry("latitude", "latitude"),
            Map.entry("latitud", "latitude"),
            Map.entry("longitude", "longitude"),
            Map.entry("longitud", "longitude"),
            Map.entry("url", "url"),
            Map.entry("time", "capturedAt"),
            Map.entry("capturedat", "capturedAt"),
            Map.entry("hora", "capturedAt"),
            Map.entry("camera", "cameraId"),
            Map.entry("cameraid", "cameraId"),
            Map.entry("camara", "cameraId"),
            Map.entry("cámara", "cameraId"),
            Map.entry("direction", "direction"),
            Map.entry("sentido", "direction"),
            Map.entry("accuracymeters", "accuracyMeters"),
            Map.entry("declaredplate", "declaredPlate"),
            Map.entry("plate", "declaredPlate"),
            Map.entry("patente", "declaredPlate"));

    final Map<String, Map<String, String>> rows = new HashMap<>();
    final List<String> faults = new ArrayList<>();
    private List<String> fields = List.of();
    private boolean decimalCommas;

    void read(String text) throws IOException {
        String csv = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String first = csv.lines().findFirst().orElse("");
        boolean semicolons = first.contains(";") && !first.contains(",");
        decimalCommas = semicolons;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(semicolons ? ';' : ',')
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            for (CSVRecord row : parser) {
                if (fields.isEmpty()) {
                    head(row);
                } else {
                    row(row, parser.getCurrentLineNumber());
                }
            }
        } catch (UncheckedIOException e) {
            faults.add("it is no CSV: " + e.getMessage());
        }
        if (fields.isEmpty()) {
            faults.add("it is empty");
        }
    }

    private void head(CSVRecord row) {
        fields = row.stream()
                .map(name -> COLUMNS.getOrDefault(name.toLowerCase(Locale.ROOT), ""))
                .toList();
        for (int column = 0; column < fields.size(); column++) {
            String field = fields.get(column);
            if (field.isEmpty()) {
                faults.add(
                        "line 1: unknown column \"%s\"; known are file, latitude, longitude, url, time, camera, direction, plate and accuracyMeters"
                                .formatted(row.get(column)));
            } else if (fields.indexOf(field) != column) {
                faults.add("line 1: two columns say " + field);
            }
        }
        if (!fields.contains(FILE)) {
            faults.add("line 1: no column \"file\"");
        }
    }

    private void row(CSVRecord row, long line) {
        if (!faults.isEmpty() && !fields.contains(FILE)) {
            return;
        }
        if (row.size() != fields.size()) {
            faults.add("line %d has %d fields, not %d".formatted(line, row.size(), fields.size()));
            return;
        }
        Map<String, String> said = new LinkedHashMap<>();
        for (int column = 0; column < fields.size(); column++) {
            if (!row.get(column).isEmpty()) {
                said.put(fields.get(column), value(fields.get(column), row.get(column)));
            }
        }
        String file = said.remove(FILE);
        if (file == null) {
            faults.add("line %d names no file".formatted(line));
        } else if (rows.put(Path.of(file).normalize().toString(), said) != null) {
            faults.add("line %d names %s once more".formatted(line, file));
        }
    }

    private String value(String field, String written) {
        return decimalCommas && (field.equals("latitude") || field.equals("longitude"))
                ? written.replace(',', '.')
                : written;
    }
}
