package io.plateflow.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the reader on the user's own photos, in a process of the reader's program. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Reads labelled photos and says how many were right, how surely and at what cost; needs no running instance.")
final class BenchReadCommand implements Callable<Integer> {
    private static final String BENCH = "io.plateflow.ocr.BenchApplication";
    private static final String LABELS = "labels.csv";

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description =
                    "Folders with photos and labels.csv (columns file and plate; x, y, width and height if known), or folders of such.")
    private List<Path> folders = List.of();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            split = ",",
            description =
                    "plates, ppocr or tess4j (default: plates); of several, each is measured and the first compared with the others.")
    private List<Engine> engines = List.of();

    @Option(
            names = "--region",
            paramLabel = "COUNTRY",
            split = ",",
            description =
                    "Whose plates the photos show, best ranked first; ANY: of any country (default: untold, all that are known).")
    private List<String> region = List.of();

    @Option(
            names = "--review-below",
            paramLabel = "CONFIDENCE",
            description = "Below it a plate goes to a person, 0 to 1 (default: as the reader is set).")
    private @Nullable Double reviewBelow;

    @Option(
            names = "--part",
            paramLabel = "PART",
            defaultValue = "all",
            description =
                    "all, tuning or held_out: the half whose SHA-256 begins with a bit 0, for trying settings, or 1, for judging them (default: ${DEFAULT-VALUE}).")
    private Part part = Part.all;

    @Option(names = "--misses", paramLabel = "FILE", description = "Write a page of the misread photos there.")
    private @Nullable Path misses;

    @Option(names = "--rows", paramLabel = "FILE", description = "Write a table (CSV) of all photos there.")
    private @Nullable Path rows;

    /** Which of the photos. */
    enum Part {
        all,
        tuning,
        held_out
    }

    /** What may read. */
    enum Engine {
        plates,
        ppocr,
        tess4j
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Installation.here();
        Program reader = requireNonNull(installation.services().get(Role.OCR));
        Program bench = new Program(reader.classPath(), BENCH, reader.jvmOptions(), null);
        ProcessBuilder builder = new ProcessBuilder(bench.command(false, arguments()))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PLATEFLOW_CACHE_DIR", installation.cache().toString());
        return builder.start().waitFor();
    }

    private List<String> arguments() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--part=" + part));
        if (!engines.isEmpty()) {
            arguments.add("--engines=" + engines.stream().map(Engine::name).collect(Collectors.joining(",")));
        }
        if (!region.isEmpty()) {
            arguments.add(
                    "--plateflow.ocr.countries=" + String.join(",", region).toUpperCase(Locale.ROOT));
        }
        if (reviewBelow != null) {
            arguments.add("--plateflow.ocr.review-below=" + reviewBelow);
        }
        if (rows != null) {
            arguments.add("--rows=" + rows);
        }
        if (misses != null) {
            arguments.add("--misses=" + misses);
        }
        for (Path folder : folders) {
            sets(folder).forEach(set -> arguments.add(set.toString()));
        }
        return arguments;
    }

    /** The folder itself, or those in it that are labelled, by name. */
    private static List<Path> sets(Path folder) throws IOException {
        if (Files.isRegularFile(folder.resolve(LABELS))) {
            return List.of(folder);
        }
        List<Path> labelled = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                labelled = inside.filter(f -> Files.isRegularFile(f.resolve(LABELS)))
                        .sorted()
                        .toList();
            }
        }
        if (labelled.isEmpty()) {
            throw new Refused(folder + " has no " + LABELS + ", nor has a folder in it");
        }
        return labelled;
    }
}
