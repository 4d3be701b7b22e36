package io.plateflow.local.bench;

import io.plateflow.client.Patience;
import io.plateflow.client.PlateflowClient;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What analysts ask as the rows grow, and how fast they become rows: {@link History} goes into the topics of an empty
 * instance, MySQL fills while it does, and at each size every {@link Question} is asked over HTTP.
 */
public final class StatsBench {
    private static final List<Integer> SIZES = List.of(1_000, 100_000);
    private static final int WARMED = 20;
    private static final int ASKED = 200;
    /** Least part of the rate of a bare batch insert of the same rows. */
    private static final double SHARE = 0.6;
    /** Rows of each table that the bare insert is measured on, at most. */
    private static final int BARE_ROWS = 200_000;

    private static final Patience PATIENCE = new Patience(Duration.ofHours(1));

    private final String kafka;
    private final PlateflowClient client;
    private final Database database;
    private final PrintStream out;
    private final History history = new History(Instant.now());

    /** Opens connections to the instance's database; batches go as one statement. */
    public interface Database {
        Connection open() throws SQLException;
    }

    /**
     * @param kafka bootstrap servers of an instance without readers and billing
     * @param client of its analyst
     */
    public StatsBench(String kafka, PlateflowClient client, Database database, PrintStream out) {
        this.kafka = kafka;
        this.client = client;
        this.database = database;
        this.out = out;
    }

    /** Whether every answer and the rate were within their limits at every size up to {@code captures}. */
    public boolean run(int captures) throws SQLException {
        List<Integer> sizes = Stream.concat(SIZES.stream().filter(size -> size < captures), Stream.of(captures))
                .toList();
        boolean kept = true;
        double rate = 0;
        int there = 0;
        for (int size : sizes) {
            rate = fill(there, size);
            there = size;
            kept &= ask(size);
        }
        double bare = new BareInsert(database).rate(BARE_ROWS);
        boolean fast = rate >= SHARE * bare;
        out.printf(
                "rows: %,.0f/s through Kafka and the service, producer beside it; %,.0f/s by bare batch insert: %.2f, %s%n",
                rate, bare, rate / bare, fast ? "kept" : "above " + SHARE + " is asked for");
        return kept && fast;
    }

    /** Rows a second. */
    private double fill(int from, int to) throws SQLException {
        long before = rows();
        long since = System.nanoTime();
        Events.send(
                kafka,
                IntStream.range(from / History.CAPTURES_OF_A_VISIT, to / History.CAPTURES_OF_A_VISIT)
                        .mapToObj(history::visit));
        double sent = (System.nanoTime() - since) / 1e9;
        Instant all = Instant.now();
        PATIENCE.until(
                summary -> Instant.parse(summary.path("dataAt").asString()).isAfter(all), client::summary);
        double seconds = (System.nanoTime() - since) / 1e9;
        long rows = rows() - before;
        out.printf(
                "%n%,d captures: %,d rows in %.1f s, sent in %.1f s; load average %.1f%n",
                to,
                rows,
                seconds,
                sent,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return rows / seconds;
    }

    private boolean ask(int size) throws SQLException {
        out.printf(
                "%-28s %9s %9s %9s %9s %16s%n",
                "ms, one after another", "p50", "p99", "longest", "limit", "rows scanned");
        boolean kept = true;
        for (Question question : Question.all()) {
            for (int n = 0; n < WARMED; n++) {
                client.get(question.path().apply(ASKED + n));
            }
            long scanned = scanned();
            List<Duration> waits = new ArrayList<>();
            for (int n = 0; n < ASKED; n++) {
                String path = question.path().apply(n);
                long since = System.nanoTime();
                client.get(path);
                waits.add(Duration.ofNanos(System.nanoTime() - since));
            }
            kept &= report(question, new Waits(waits), (scanned() - scanned) / ASKED, size);
        }
        return kept;
    }

    private boolean report(Question question, Waits waits, long scanned, int size) {
        boolean quick = waits.percentile(99).compareTo(question.limit()) <= 0;
        boolean byIndex = size < SIZES.get(1) || scanned < size / 2;
        out.printf(
                "%-28s %9.1f %9.1f %9.1f %9d %16d%s%s%n",
                question.name(),
                millis(waits.percentile(50)),
                millis(waits.percentile(99)),
                millis(waits.percentile(100)),
                question.limit().toMillis(),
                scanned,
                quick ? "" : "  TOO SLOW",
                byIndex ? "" : "  SCANS THE TABLE");
        return quick && byIndex;
    }

    private long rows() throws SQLException {
        long rows = 0;
        for (String table : BareInsert.TABLES) {
            rows += number("SELECT COUNT(*) FROM " + table, 1);
        }
        return rows;
    }

    /** Rows that the server read one after another without an index, ever. */
    private long scanned() throws SQLException {
        return number("SHOW GLOBAL STATUS LIKE 'Handler_read_rnd_next'", 2);
    }

    private long number(String question, int column) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(column);
        }
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
