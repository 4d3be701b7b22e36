package io.plateflow.local.send;

import io.plateflow.client.NoAnswer;
import io.plateflow.client.PlateflowClient;
import io.plateflow.client.Retries;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plateflow send}: posts photos or folders of them, and waits for their plates when asked to. */
@Command(
        name = "send",
        description =
                "Post photos of vehicles, or folders of them. The same photo sent again is the same capture: what was cut short is sent again whole, by the same command.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every photo was accepted, and with --wait its plate read",
            "1:some were refused or unreadable files, or with --wait not read",
            "2:wrong usage, or nobody answers"
        })
public final class Send implements Callable<Integer> {
    /** More photos than this go as bulk, which is read only while nothing live waits. */
    private static final int FEW = 10;

    private static final int MOST_PARALLEL = 64;
    private static final int SOME_FAILED = 1;
    private static final int NOTHING_DONE = 2;
    /** A folder is watched through a night without a gateway. */
    private static final Duration LONG = Duration.ofDays(1);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Photos (jpg, jpeg, png, webp), folders of them, or quoted patterns: 'gate-1/**/*.jpg'. Folders and more than ten photos go as bulk.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> paths;

    @ArgGroup(validate = false, heading = "%nWhat is known about the photos:%n")
    private PhotoFields fields = new PhotoFields();

    @Option(
            names = "--places",
            paramLabel = "CSV",
            description =
                    "What is known about each: a first line with file and any of latitude, longitude, url, time, camera, direction, plate, accuracyMeters; commas, or semicolons as spreadsheets write. Photos without a row: the options, then EXIF.")
    private @Nullable Path csv;

    @Option(
            names = "--watch",
            description = "PATHs are folders: send what is there and, live, what comes, until Ctrl-C.")
    private boolean watched;

    @Option(names = "--wait", description = "Wait until every plate is read, and print each.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "With --wait: the longest wait for one photo. Default: ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ofMinutes(5);

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Photos on their way at a time, 1 to 64. Default: ${DEFAULT-VALUE}.")
    private int parallel = 4;

    @ArgGroup(validate = false, heading = "%nWhere they go:%n")
    private Target target = new Target();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    @Override
    public Integer call() {
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            return fail("--parallel must be 1 to " + MOST_PARALLEL);
        }
        try {
            Places places = csv == null ? Places.NONE : Places.read(csv);
            if (!places.faults().isEmpty()) {
                return fail(String.join("\n", places.faults()));
            }
            return (watched ? watch(places) : send(places)) ? 0 : SOME_FAILED;
        } catch (NoSuchFileException e) {
            return fail("No such file: " + e.getFile());
        } catch (IOException | UncheckedIOException e) {
            return fail("Cannot read " + e.getMessage());
        } catch (Misuse | NoAnswer e) {
            return fail(String.valueOf(e.getMessage()));
        }
    }

    private boolean send(Places places) throws IOException {
        List<PhotoFile> photos = PhotoFile.under(paths);
        if (photos.isEmpty()) {
            throw new Misuse("No photo (jpg, jpeg, png, webp) in " + paths);
        }
        List<String> ambiguous = places.ambiguous(photos);
        if (!ambiguous.isEmpty()) {
            throw new Misuse(String.join("\n", ambiguous));
        }
        List<String> unused = places.unused(photos);
        if (!unused.isEmpty()) {
            err("%s: %d rows name no photo that is sent, such as %s".formatted(csv, unused.size(), unused.get(0)));
        }
        PlateflowClient client = target.client(wait);
        client.knock();
        boolean bulk = photos.size() > FEW || paths.stream().anyMatch(Files::isDirectory);
        Report report = report();
        try (Progress progress = Progress.of(photos.size(), wait, report, !json && Ansi.AUTO.enabled());
                Delivery delivery = delivery(client, known(places, bulk), progress::step)) {
            return Delivery.allGood(photos.stream().map(delivery::send).toList());
        } finally {
            report.sum();
        }
    }

    private boolean watch(Places places) throws IOException {
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                throw new Misuse("--watch is for folders; this is none: " + path);
            }
        }
        PlateflowClient client = target.client(wait).trying(Retries.DEFAULT.within(LONG));
        client.knock();
        Report report = report();
        Thread atCtrlC = new Thread(report::sum);
        Runtime.getRuntime().addShutdownHook(atCtrlC);
        try (Watch watch = Watch.over(paths);
                Delivery delivery = delivery(client, known(places, false), report::print)) {
            return follow(watch, delivery);
        } finally {
            if (Runtime.getRuntime().removeShutdownHook(atCtrlC)) {
                report.sum();
            }
        }
    }

    /** Until an interrupt: what is on its way then still ends. */
    private static boolean follow(Watch watch, Delivery delivery) throws IOException {
        Queue<CompletableFuture<Boolean>> underWay = new ArrayDeque<>();
        boolean good = true;
        try {
            while (true) {
                watch.next().forEach(photo -> underWay.add(delivery.send(photo)));
                while (!underWay.isEmpty() && underWay.element().isDone()) {
                    good &= Delivery.allGood(List.of(underWay.remove()));
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Delivery.allGood(List.copyOf(underWay)) && good;
        }
    }

    private Delivery delivery(
            PlateflowClient client, Function<PhotoFile, Map<String, String>> known, Consumer<Outcome> say) {
        return new Delivery(client, known, parallel, wait ? timeout : null, say);
    }

    private Function<PhotoFile, Map<String, String>> known(Places places, boolean bulk) {
        Map<String, String> general = fields.asParameters(bulk);
        return photo -> places.over(general, photo);
    }

    private Report report() {
        return new Report(spec.commandLine().getOut(), json, wait);
    }

    private int fail(String sentences) {
        err(sentences);
        return NOTHING_DONE;
    }

    private void err(String sentences) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentences);
        err.flush();
    }
}
