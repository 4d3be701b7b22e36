package io.plateflow.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether the rows can be true, and the aggregates are what the rows say. */
final class Recount {
    /** Days as aggregates keep them; this one stands for all time. */
    private static final String ALL_TIME = "1000-01-01";

    private Recount() {}

    static String day(LocalDate day) {
        return day.toString().equals(ALL_TIME) ? "all time" : day.toString();
    }

    /** One sentence for each difference, at the moment that {@code snapshot} sees. */
    static List<String> differences(Connection snapshot) throws SQLException {
        List<String> differences = new ArrayList<>(ImpossibleRows.ask(snapshot));
        RecountedTotals.ask(snapshot).forEach(wrong -> differences.add(wrong.toString()));
        RecountedQuarters.ask(snapshot).forEach(wrong -> differences.add(wrong.toString()));
        RecountedNames.ask(snapshot).forEach(wrong -> differences.add(wrong.toString()));
        return differences;
    }

    /**
     * Writes what was counted over what was kept, and commits. Statistics wait meanwhile: each of their batches begins with
     * its offset, and all offsets are locked here first.
     *
     * @return one sentence for each aggregate that was wrong
     */
    static List<String> mend(Connection current) throws SQLException {
        Database.ask(current, "SELECT topic, part FROM consumer_offset ORDER BY topic, part FOR UPDATE", row -> row);
        List<RecountedTotals.Wrong> totals = RecountedTotals.ask(current);
        List<RecountedQuarters.Wrong> quarters = RecountedQuarters.ask(current);
        List<RecountedNames.Wrong> names = RecountedNames.ask(current);
        RecountedTotals.mend(current, totals);
        RecountedQuarters.mend(current, quarters);
        RecountedNames.mend(current, names);
        current.commit();
        List<String> mended = new ArrayList<>();
        totals.forEach(wrong -> mended.add(wrong.toString()));
        quarters.forEach(wrong -> mended.add(wrong.toString()));
        names.forEach(wrong -> mended.add(wrong.toString()));
        return mended;
    }
}
