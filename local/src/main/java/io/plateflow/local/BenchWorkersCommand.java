package io.plateflow.local;

import io.plateflow.local.bench.WorkersBench;
import io.plateflow.local.samples.CarPhoto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what more reading processes are worth, on an instance of its own for each number of them. */
@Command(
        name = "workers",
        mixinStandardHelpOptions = true,
        description =
                "Reads the same photos with one, two and four processes on an instance of its own; exit code 1 when two are not worth 1.7 or four lose to two.")
final class BenchWorkersCommand implements Callable<Integer> {
    private static final List<String> CARS = List.of("AC917FW", "GHT871", "AE305QT", "PBV038", "AB482KD", "DRC753");

    /** Least rate of two processes as a multiple of one's, and of four as a part of two's, on two cores. */
    private static final double TWO = 1.7;

    private static final double FOUR = 0.9;

    /** Greatest part of a lone process's processor time that no step of a reading takes. */
    private static final double ELSEWHERE = 0.1;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Photos to read (default: some that are drawn).")
    private @Nullable Path folder;

    @Option(
            names = "--workers",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,4",
            description = "Numbers of processes (default: ${DEFAULT-VALUE}).")
    private List<Integer> workers = List.of();

    @Option(
            names = "--captures",
            paramLabel = "N",
            defaultValue = "300",
            description = "Photos that are timed, for each number of processes (default: ${DEFAULT-VALUE}).")
    private int captures;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".plateflow-bench",
            description = "Emptied first and left there (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(".plateflow-bench");

    @Override
    public Integer call() throws IOException {
        List<byte[]> photos = photos();
        Map<Integer, WorkersBench.Rate> rates = new HashMap<>();
        for (int n : workers) {
            WorkersBench.Rate rate = rate(n, photos);
            rates.put(n, rate);
            System.out.printf(
                    "%d processes: %.2f photos/s%s; load average %.1f%n",
                    n,
                    rate.perSecond(),
                    n == 1
                            ? ", %.1f %% of its processor time not reading".formatted(100 * rate.elsewhere())
                            : "", // steps are timed by the clock, which goes on while others have the core
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        boolean two = atLeast(rates, 2, 1, TWO);
        boolean four = atLeast(rates, 4, 2, FOUR);
        WorkersBench.Rate alone = rates.get(1);
        return two && four && (alone == null || alone.elsewhere() <= ELSEWHERE) ? 0 : 1;
    }

    private WorkersBench.Rate rate(int processes, List<byte[]> photos) throws IOException {
        // Readers and the broker alone: whatever else shares two cores takes them from more readers than one.
        Options options = new Options(data, true, processes, 0, 0, 0, 0, 0, "127.0.0.1");
        Supervisor running = Supervisor.start(options, Installation.here(), news -> {});
        try {
            List<ProcessHandle> readers = RunFile.needed(options.data()).processes().stream()
                    .filter(process -> process.name().startsWith(Role.OCR.label() + "-"))
                    .flatMap(process -> process.handle().stream())
                    .toList();
            try (WorkersBench bench = new WorkersBench(running.kafka(), readers, photos)) {
                return bench.run(captures);
            }
        } finally {
            running.close();
        }
    }

    private static boolean atLeast(Map<Integer, WorkersBench.Rate> rates, int many, int few, double least) {
        WorkersBench.Rate more = rates.get(many);
        WorkersBench.Rate less = rates.get(few);
        if (more == null || less == null) {
            return true;
        }
        double worth = more.perSecond() / less.perSecond();
        System.out.printf(
                "%d are worth %.2f times %d: %s%n", many, worth, few, worth >= least ? "kept" : "BELOW " + least);
        return worth >= least;
    }

    private List<byte[]> photos() throws IOException {
        if (folder == null) {
            return CARS.stream()
                    .map(plate -> CarPhoto.of(plate, plate.hashCode()))
                    .toList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().matches("(?i).*\\.(jpe?g|png|webp)"))
                    .sorted()
                    .map(BenchWorkersCommand::bytes)
                    .toList();
        }
    }

    private static byte[] bytes(Path photo) {
        try {
            return Files.readAllBytes(photo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
