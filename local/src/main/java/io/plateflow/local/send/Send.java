package io.plateflow.local.send;

import io.plateflow.client.NoAnswer;
import io.plateflow.client.Patience;
import io.plateflow.client.PlateflowClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
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
        description = "Post photos of vehicles, or folders of them.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every photo was accepted, and with --wait its plate read",
            "1:some were refused, or with --wait not read",
            "2:wrong usage, or nobody answers"
        })
public final class Send implements Callable<Integer> {
    /** More photos than this go as bulk, which is read only while nothing live waits. */
    private static final int FEW = 10;

    private static final int MOST_PARALLEL = 64;
    private static final int BAR_WIDTH = 79;
    private static final int SOME_FAILED = 1;
    private static final int NOTHING_DONE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Photos (jpg, jpeg, png, webp) or folders of them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> paths;

    @ArgGroup(validate = false, heading = "%nWhat is known about the photos:%n")
    private PhotoFields fields = new PhotoFields();

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

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory of the running instance. Default: .plateflow, else .plateflow-demo.")
    private @Nullable Path data;

    @Option(names = "--server", paramLabel = "URL", description = "Gateway. Default: the running instance's.")
    private @Nullable URI server;

    @Option(
            names = "--stats",
            paramLabel = "URL",
            description = "Stats service, for --wait. Default: the running instance's.")
    private @Nullable URI stats;

    @Option(names = "--key", paramLabel = "KEY", description = "Key of the gateway. Default: the running instance's.")
    private @Nullable String key;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "User of the stats service. Default: ${DEFAULT-VALUE}.")
    private String user = "analyst";

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            description = "Password of that user. Default: the running instance's analyst's.")
    private @Nullable String password;

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
            List<PhotoFile> photos = PhotoFile.under(paths);
            if (photos.isEmpty()) {
                return fail("No photo (jpg, jpeg, png, webp) in " + paths);
            }
            PlateflowClient client = client();
            client.knock();
            return deliver(photos, client) ? 0 : SOME_FAILED;
        } catch (NoSuchFileException e) {
            return fail("No such file: " + e.getFile());
        } catch (IOException | UncheckedIOException e) {
            return fail("Cannot read " + e.getMessage());
        } catch (NoAnswer e) {
            return fail(String.valueOf(e.getMessage()));
        }
    }

    private boolean deliver(List<PhotoFile> photos, PlateflowClient client) {
        boolean bulk = photos.size() > FEW;
        Delivery delivery =
                new Delivery(client, fields.asParameters(bulk), parallel, wait ? new Patience(timeout) : null);
        Report report = new Report(spec.commandLine().getOut(), json, wait);
        boolean allGood = (!json && Ansi.AUTO.enabled())
                ? deliver(delivery, photos, report)
                : delivery.deliver(photos, report::print);
        report.sum();
        return allGood;
    }

    private boolean deliver(Delivery delivery, List<PhotoFile> photos, Report report) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(wait ? "Reading" : "Sending")
                .setInitialMax(photos.size())
                .showSpeed()
                .setConsumer(new DelegatingProgressBarConsumer(report::showBar, BAR_WIDTH))
                .build()) {
            return delivery.deliver(photos, outcome -> {
                report.print(outcome);
                bar.step();
            });
        } finally {
            report.hideBar();
        }
    }

    private PlateflowClient client() {
        Optional<Instance> running = Instance.running(data);
        URI gateway = known(server, running.map(Instance::gateway), "--server");
        String gatewayKey = known(key, running.map(Instance::key), "--key");
        if (!wait) {
            return new PlateflowClient(gateway, gatewayKey, gateway, user, "");
        }
        return new PlateflowClient(
                gateway,
                gatewayKey,
                known(stats, running.map(Instance::stats), "--stats"),
                user,
                known(password, running.map(Instance::password), "--password"));
    }

    private <T> T known(@Nullable T said, Optional<T> running, String option) {
        return Optional.ofNullable(said)
                .or(() -> running)
                .orElseThrow(() -> new NoAnswer("No Plateflow runs in "
                        + (data == null ? Instance.DEFAULT + " or " + Instance.DEMO : data)
                        + ": start one with ./plateflow up, or give " + option));
    }

    private int fail(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
        return NOTHING_DONE;
    }
}
