package io.plateflow.ocr.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The tables of a run, as text of fixed width; each set by its name. */
record Report(Map<String, Accuracy> sets) {
    private static final double[] LEVELS = {0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0};
    private static final List<String> STEPS = List.of("decode", "find", "recognise", "confirm");

    void print(Appendable out) throws IOException {
        accuracy(out);
        Accuracy all = new Accuracy(
                sets.values().stream().flatMap(s -> s.photos().stream()).toList());
        reliability(out, all);
        costs(out);
    }

    private void accuracy(Appendable out) throws IOException {
        line(out, "%-14s%7s%9s%9s%12s%12s%13s%13s%9s", "", "", "", "", "", "", "", "unreviewed", "");
        line(
                out,
                "%-14s%7s%9s%9s%12s%12s%13s%13s%9s",
                "set",
                "photos",
                "exact",
                "fold",
                "characters",
                "wrong READ",
                "to a person",
                "exact",
                "fold");
        for (Map.Entry<String, Accuracy> set : sets.entrySet()) {
            Accuracy a = set.getValue();
            line(
                    out,
                    "%-14s%7d%7.1f %%%7.1f %%%10.1f %%%10.1f %%%11.1f %%%11.1f %%%7.1f %%",
                    set.getKey(),
                    a.photos().size(),
                    100 * a.exact(),
                    100 * a.alike(),
                    100 * a.characters(),
                    100 * a.wronglyRead(),
                    100 * a.toPerson(),
                    100 * a.surelyExact(),
                    100 * a.surelyAlike());
        }
    }

    /** Right is right in fold; the last columns tell what a threshold there would do. */
    private static void reliability(Appendable out, Accuracy all) throws IOException {
        line(
                out,
                "%n%-14s%7s%9s%9s%9s%13s%12s",
                "confidence",
                "photos",
                "right",
                "and up",
                "right",
                "to a person",
                "wrong READ");
        double below = Double.POSITIVE_INFINITY;
        for (double level : LEVELS) {
            Accuracy here = all.between(level, below);
            Accuracy up = all.between(level, Double.POSITIVE_INFINITY);
            line(
                    out,
                    "%-14s%7d%9s%9d%9s%11.1f %%%10.1f %%",
                    "from " + level,
                    here.photos().size(),
                    right(here),
                    up.photos().size(),
                    right(up),
                    100 * all.toPerson(level),
                    100 * all.wronglyRead(level));
            below = level;
        }
        Trust trust = Trust.in(all.photos());
        line(
                out,
                "offset %.2f, slope %.2f (0 and 1: confidences can be taken at their word)",
                trust.offset(),
                trust.slope());
    }

    private static String right(Accuracy some) {
        return some.photos().isEmpty() ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * some.alike());
    }

    private void costs(Appendable out) throws IOException {
        line(out, "%nCPU ms of one thread, p50/p95; × is all of a reading as a multiple of one pass of the detector");
        List<String> heads = new ArrayList<>(STEPS);
        heads.addAll(List.of("all", "one pass", "×", "allocated MB"));
        line(out, "%-14s" + "%13s".repeat(heads.size()), row("set", heads));
        for (Map.Entry<String, Accuracy> set : sets.entrySet()) {
            List<Cost> costs = set.getValue().photos().stream()
                    .map(Judged::cost)
                    .filter(c -> c.pass() > 0)
                    .toList();
            List<String> cells = new ArrayList<>();
            STEPS.forEach(step -> cells.add(both(costs, c -> c.millis().getOrDefault(step, 0.0), "%.0f/%.0f")));
            cells.add(both(costs, Cost::all, "%.0f/%.0f"));
            cells.add(both(costs, Cost::pass, "%.0f/%.0f"));
            cells.add(both(costs, Cost::passes, "%.1f/%.1f"));
            cells.add(both(costs, c -> c.allocated() / 1e6, "%.1f/%.1f"));
            line(out, "%-14s" + "%13s".repeat(cells.size()), row(set.getKey(), cells));
        }
    }

    private static Object[] row(String head, List<String> cells) {
        List<Object> row = new ArrayList<>(List.of(head));
        row.addAll(cells);
        return row.toArray();
    }

    /** The values that half, and 95 of 100, do not exceed (nearest rank). */
    private static String both(List<Cost> costs, ToDoubleFunction<Cost> what, String format) {
        double[] sorted = costs.stream().mapToDouble(what).sorted().toArray();
        return sorted.length == 0
                ? "–"
                : String.format(Locale.ROOT, format, percentile(sorted, 50), percentile(sorted, 95));
    }

    static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
    }

    private static void line(Appendable out, String format, Object... cells) throws IOException {
        out.append(String.format(Locale.ROOT, format + "%n", cells));
    }
}
