package io.plateflow.ocr.reading;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.MalformedImageException;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.text.PlateNetwork;
import io.plateflow.ocr.text.PpOcrRecogniser;
import io.plateflow.ocr.text.Recogniser;
import io.plateflow.ocr.text.Tess4jRecogniser;
import io.plateflow.ocr.text.TextFinder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A folder of real photos with {@code labels.csv}; its main prints what {@code -Dengine} makes of several, without those
 * of even (0) or odd (1) rank by name where {@code -Dleave} says so.
 */
record PhotoSet(Path folder, List<Row> rows) {

    /** What one photo says and what was read in it; text is empty when nothing was. */
    record Row(
            String file,
            String expected,
            String read,
            double confidence,
            boolean review,
            boolean unknown,
            double cpuMillis) {
        boolean exact() {
            return expected.equals(read);
        }

        boolean alike() {
            return fold(expected).equals(fold(read));
        }

        boolean unnoticed() {
            return !alike() && !read.isEmpty() && !review && !unknown;
        }

        private static String fold(String text) {
            return text.replace('O', '0').replace('Q', '0').replace('I', '1');
        }
    }

    static PhotoSet read(Path folder, PlateReader reader) throws IOException {
        List<Row> rows = new ArrayList<>();
        int row = 0;
        var thread = ManagementFactory.getThreadMXBean();
        for (String line : Files.readAllLines(folder.resolve("labels.csv")).stream()
                .skip(1)
                .sorted()
                .toList()) {
            if (row++ % 2 == Integer.getInteger("leave", 2)) {
                continue;
            }
            List<String> cells = List.of(line.split(",", -1));
            byte[] image = Files.readAllBytes(folder.resolve(cells.get(0)));
            long start = thread.getCurrentThreadCpuTime();
            Outcome outcome;
            try {
                outcome = reader.read(image);
            } catch (MalformedImageException e) {
                throw new AssertionError(cells.get(0) + " is a sound photo", e);
            }
            double cpu = (thread.getCurrentThreadCpuTime() - start) / 1e6;
            rows.add(
                    outcome instanceof Outcome.Read read
                            ? new Row(
                                    cells.get(0),
                                    cells.get(1),
                                    read.plate().text().text(),
                                    read.plate().confidence(),
                                    read.needsReview(),
                                    read.formatUnknown(),
                                    cpu)
                            : new Row(cells.get(0), cells.get(1), "", 0, true, false, cpu));
        }
        return new PhotoSet(folder, rows);
    }

    /** Part of the photos read exactly as labelled. */
    double exact() {
        return (double) rows.stream().filter(Row::exact).count() / rows.size();
    }

    /** Part of the photos read wrongly with nothing that sends them to a person. */
    double unnoticed() {
        return (double) rows.stream().filter(Row::unnoticed).count() / rows.size();
    }

    /** Part of the photos read as labelled but for O, Q and 0, I and 1. */
    double alike() {
        return (double) rows.stream().filter(Row::alike).count() / rows.size();
    }

    String summary() {
        double[] cpu = rows.stream().mapToDouble(Row::cpuMillis).sorted().toArray();
        long exact = rows.stream().filter(Row::exact).count();
        long alike = rows.stream().filter(Row::alike).count();
        long unnoticed = rows.stream().filter(Row::unnoticed).count();
        long reviewed = rows.stream()
                .filter(r -> r.alike() && (r.review() || r.unknown()))
                .count();
        return "%s: exact %d/%d = %.1f %%, fold %.1f %%, wrong unnoticed %d, right but reviewed %d, CPU ms p50 %.0f p95 %.0f"
                .formatted(
                        folder.getFileName(),
                        exact,
                        rows.size(),
                        100.0 * exact / rows.size(),
                        100.0 * alike / rows.size(),
                        unnoticed,
                        reviewed,
                        cpu[cpu.length / 2],
                        cpu[(int) (cpu.length * 0.95)]);
    }

    public static void main(String[] folders) throws IOException {
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "plateflow");
        Natives.load(cache);
        Recogniser recogniser = switch (System.getProperty("engine", "plates")) {
            case "plates" -> new PlateNetwork();
            case "tess4j" -> new Tess4jRecogniser(cache);
            default -> new PpOcrRecogniser();
        };
        Rules rules = new Rules(
                Grammars.SOUTH_AMERICA.of(List.of("AR", "BR", "UY", "PY", "CL", "BO")), false, 0.5, 50_000_000);
        try (PlateReader reader = new PlateReader(
                new TextFinder(),
                recogniser,
                recogniser instanceof PlateNetwork ? new PpOcrRecogniser() : null,
                rules)) {
            boolean verbose = Boolean.getBoolean("verbose");
            Arrays.stream(folders).map(Path::of).forEach(folder -> {
                try {
                    PhotoSet set = read(folder, reader);
                    set.rows().stream()
                            .filter(r -> verbose || !r.exact())
                            .forEach(r -> System.out.printf(
                                    "  %s %s expected %s read %s %.3f%s%s%n",
                                    r.exact() ? "ok " : r.alike() ? "fold" : "BAD",
                                    r.file(),
                                    r.expected(),
                                    r.read(),
                                    r.confidence(),
                                    r.review() ? " review" : "",
                                    r.unknown() ? " unknown" : ""));
                    System.out.println(set.summary());
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
    }
}
