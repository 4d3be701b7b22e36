package io.plateflow.stats.editions;

import io.plateflow.domain.tariff.Fault;
import io.plateflow.domain.tariff.Linted;
import io.plateflow.stats.query.Refusals;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Drafts as rows of a CSV (RFC 4180, UTF-8), a line of names first: all of them, or what is wrong with any, by line. */
public final class WrittenRows<T> {
    private static final int LARGEST_BYTES = 8 << 20;

    private final Form<T> form;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();

    private WrittenRows(Form<T> form) {
        this.form = form;
    }

    /**
     * What a file holds.
     *
     * @param columns those that it may have
     * @param key the one that it must have; no two rows have the same there
     * @param most rows
     * @param row what a row says
     * @param id by which a row is the same as another
     */
    public record Form<T>(
            List<String> columns, String key, int most, Function<Row, Linted<T>> row, Function<T, String> id) {}

    /** A row of a file. */
    public record Row(CSVRecord record) {
        /** Null where nothing is written. */
        public @Nullable String at(String column) {
            return record.isMapped(column) ? record.get(column) : null;
        }
    }

    /** @throws org.springframework.web.ErrorResponseException 422 that names every fault, 413 when it is too large */
    public static <T> List<T> read(byte[] csv, Form<T> form) {
        if (csv.length > LARGEST_BYTES) {
            throw Refusals.of(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", "send at most 8 MiB at once");
        }
        WrittenRows<T> all = new WrittenRows<>(form);
        List<T> read = all.rows(new String(csv, StandardCharsets.UTF_8));
        if (!all.faults.isEmpty()) {
            throw Written.refusal(all.faults);
        }
        return read;
    }

    private List<T> rows(String csv) {
        List<T> read = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .setNullString("")
                .get();
        // A byte order mark is what spreadsheets begin with.
        try (CSVParser rows = format.parse(new StringReader(csv.startsWith("\uFEFF") ? csv.substring(1) : csv))) {
            if (!areKnown(rows.getHeaderNames())) {
                return read;
            }
            for (CSVRecord row : rows) {
                if (row.getRecordNumber() > form.most) {
                    faults.add(new Fault(at(line(rows, row), ""), "too_many", "Send at most " + form.most + " rows."));
                    break;
                }
                T one = one(line(rows, row), row);
                if (one != null) {
                    read.add(one);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            faults.add(new Fault("", "malformed_csv", String.valueOf(e.getMessage())));
        }
        if (read.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("", "no_rows", "Write a line of names, and a line for each below it."));
        }
        return read;
    }

    private boolean areKnown(List<String> names) {
        names.stream()
                .filter(name -> !form.columns.contains(name))
                .forEach(name -> faults.add(new Fault(
                        at(1, name),
                        "unknown_column",
                        "Leave it out: columns are " + String.join(", ", form.columns) + ".")));
        if (!names.contains(form.key)) {
            faults.add(new Fault(at(1, form.key), "missing", "Write a column " + form.key + "."));
        }
        return faults.isEmpty();
    }

    private @Nullable T one(long line, CSVRecord row) {
        if (!row.isConsistent()) {
            faults.add(new Fault(
                    at(line, ""), "uneven_row", "Write as many values as there are names in the first line."));
            return null;
        }
        Linted<T> linted = form.row.apply(new Row(row));
        linted.faults().forEach(f -> faults.add(new Fault(at(line, f.field()), f.code(), f.message())));
        T one = linted.value();
        if (one != null) {
            Long other = lines.putIfAbsent(form.id.apply(one), line);
            if (other != null) {
                faults.add(new Fault(
                        at(line, form.key), "repeated_" + form.key, "Leave one: line " + other + " has it too."));
            }
        }
        return one;
    }

    /** The line that the row ends on; a file's first line is 1. */
    private static long line(CSVParser rows, CSVRecord row) {
        return Math.max(rows.getCurrentLineNumber(), row.getRecordNumber() + 1);
    }

    private static String at(long line, String field) {
        return "lines[" + line + "]" + (field.isEmpty() ? "" : "." + field);
    }
}
