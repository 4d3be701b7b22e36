package io.plateflow.stats.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.Csv;
import io.plateflow.stats.query.Csv.Column;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A report as CSV, from which it can be read again; of a closed month its bytes are what is hashed. A line per row and
 * currency, the total first, then adjustments, then rows by name; counts are in the first line of a row alone, so that
 * columns sum.
 */
final class Sheet {
    private static final List<Column<Line>> COLUMNS = List.of(
            new Column<>("period", line -> line.report.period()),
            new Column<>("from", line -> line.report.from()),
            new Column<>("to", line -> line.report.to()),
            new Column<>("time_zone", line -> line.report.timeZone()),
            new Column<>("basis", line -> line.report.basis()),
            new Column<>("by", line -> line.report.by()),
            new Column<>("data_at_utc", line -> line.report.dataAt()),
            new Column<>("in_process", line -> line.report.inProcess()),
            new Column<>("to_review", line -> line.report.toReview()),
            new Column<>("kind", line -> line.kind),
            new Column<>("name", line -> line.row.name()),
            new Column<>("captures", line -> line.first ? line.row.captures() : null),
            new Column<>("plates", line -> line.first ? line.row.plates() : null),
            new Column<>("stays", line -> line.first ? line.row.stays() : null),
            new Column<>("currency", line -> line.currency),
            new Column<>("issued", line -> line.of(line.row.issued())),
            new Column<>("voided", line -> line.of(line.row.voided())),
            new Column<>("net", line -> line.of(line.row.net())),
            new Column<>("paid", line -> line.of(line.row.paid())),
            new Column<>("balance", line -> line.of(line.row.balance())));

    private Sheet() {}

    /** One line; without currency where the row has no money. */
    private record Line(
            Report report,
            String kind,
            Report.Row row,
            @Nullable String currency,
            boolean first) {
        @Nullable
        Object of(List<Amount> amounts) {
            return amounts.stream()
                    .filter(a -> a.currency().equals(currency))
                    .findFirst()
                    .<Object>map(a -> new BigDecimal(a.amount()))
                    .orElse(null);
        }
    }

    static String write(Report report) {
        List<Line> lines = new ArrayList<>(lines(report, "total", report.total()));
        report.adjustments().forEach(row -> lines.addAll(lines(report, "adjustment", row)));
        report.rows().forEach(row -> lines.addAll(lines(report, "row", row)));
        return Csv.text(COLUMNS, lines);
    }

    private static List<Line> lines(Report report, String kind, Report.Row row) {
        List<String> currencies = new ArrayList<>(
                new TreeSet<>(Stream.of(row.issued(), row.voided(), row.net(), row.paid(), row.balance())
                        .flatMap(List::stream)
                        .map(Amount::currency)
                        .toList()));
        if (currencies.isEmpty()) {
            return List.of(new Line(report, kind, row, null, true));
        }
        return currencies.stream()
                .map(c -> new Line(report, kind, row, c, c.equals(currencies.get(0))))
                .toList();
    }

    /** The report that was written so. */
    static Report read(String csv) {
        List<CSVRecord> lines = Csv.lines(csv);
        Map<String, Map<String, List<CSVRecord>>> parts = lines.stream()
                .collect(groupingBy(
                        line -> line.get("kind"),
                        groupingBy(line -> Csv.unguarded(line.get("name")), LinkedHashMap::new, toList())));
        CSVRecord head = lines.get(0);
        return new Report(
                head.get("period"),
                LocalDate.parse(head.get("from")),
                LocalDate.parse(head.get("to")),
                head.get("time_zone"),
                head.get("basis"),
                head.get("by"),
                Instant.parse(head.get("data_at_utc")),
                Long.parseLong(head.get("in_process")),
                Long.parseLong(head.get("to_review")),
                rows(parts.getOrDefault("total", Map.of())).get(0),
                rows(parts.getOrDefault("adjustment", Map.of())),
                rows(parts.getOrDefault("row", Map.of())),
                null,
                null);
    }

    private static List<Report.Row> rows(Map<String, List<CSVRecord>> part) {
        return part.entrySet().stream()
                .map(row -> row(row.getKey(), row.getValue()))
                .toList();
    }

    private static Report.Row row(String name, List<CSVRecord> lines) {
        CSVRecord first = lines.get(0);
        Function<String, List<Amount>> money = column -> lines.stream()
                .filter(line -> !line.get(column).isEmpty())
                .map(line -> new Amount(line.get(column), line.get("currency")))
                .toList();
        return new Report.Row(
                name,
                Long.parseLong(first.get("captures")),
                Long.parseLong(first.get("plates")),
                Long.parseLong(first.get("stays")),
                money.apply("issued"),
                money.apply("voided"),
                money.apply("net"),
                money.apply("paid"),
                money.apply("balance"));
    }
}
