package io.plateflow.stats.query;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Lists as CSV (RFC 4180, UTF-8): all rows of a question, page by page, so that memory holds one page. A text that a
 * spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV Injection).
 */
public final class Csv {
    public static final String TYPE = "text/csv";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private Csv() {}

    /**
     * A column.
     *
     * @param value of a row; null is an empty field
     */
    public record Column<T>(String name, Function<T, @Nullable Object> value) {}

    /**
     * A page of rows.
     *
     * @param next where the next one begins; null when this is the last
     */
    public record Page<T>(List<T> items, @Nullable Cursor next) {}

    /**
     * Writes what {@code filter} asks for, whatever its limit is.
     *
     * @param name of the file that browsers keep it in, without ending
     */
    static <T> void write(
            HttpServletResponse response,
            String name,
            List<Column<T>> columns,
            Filter filter,
            Function<Filter, IdPages.IdPage> pages,
            Function<Collection<UUID>, List<T>> answers)
            throws IOException {
        write(response, name, columns, filter.after(), cursor -> {
            IdPages.IdPage page = pages.apply(filter.next(cursor));
            return new Page<>(answers.apply(page.ids()), page.next());
        });
    }

    /** Writes all pages from {@code first} on; null is the first of all. */
    public static <T> void write(
            HttpServletResponse response,
            String name,
            List<Column<T>> columns,
            @Nullable Cursor first,
            Function<@Nullable Cursor, Page<T>> pages)
            throws IOException {
        try (CSVPrinter csv = begin(response, name, columns)) {
            Cursor cursor = first;
            do {
                Page<T> page = pages.apply(cursor);
                for (T one : page.items()) {
                    csv.printRecord(columns.stream().map(c -> cell(c.value().apply(one))));
                }
                cursor = page.next();
            } while (cursor != null);
        }
    }

    /** Writes {@code rows}, which may be read as they are written. */
    public static <T> void write(HttpServletResponse response, String name, List<Column<T>> columns, Iterator<T> rows)
            throws IOException {
        try (CSVPrinter csv = begin(response, name, columns)) {
            while (rows.hasNext()) {
                T one = rows.next();
                csv.printRecord(columns.stream().map(c -> cell(c.value().apply(one))));
            }
        }
    }

    /** {@code rows} as one text. */
    public static <T> String text(List<Column<T>> columns, List<T> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            csv.printRecord(columns.stream().map(Column::name));
            for (T one : rows) {
                csv.printRecord(columns.stream().map(c -> cell(c.value().apply(one))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Lines of such a text, by the names in its first. */
    public static List<CSVRecord> lines(String text) {
        try (CSVParser csv = CSVParser.parse(
                text, FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return csv.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text as it was before it was kept from being a formula. */
    public static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static <T> CSVPrinter begin(HttpServletResponse response, String name, List<Column<T>> columns)
            throws IOException {
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, FORMAT);
        csv.printRecord(columns.stream().map(Column::name));
        return csv;
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return value instanceof CharSequence text && isFormula(text) ? "'" + text : value;
    }

    private static boolean isFormula(CharSequence text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
