package io.plateflow.local.send;

import io.plateflow.client.PlateflowClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where photos go, and by whose leave: what is not said is the running instance's. */
final class Target {
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

    /**
     * @param asking whether the stats service is asked, too
     * @throws Misuse when something is not known
     */
    PlateflowClient client(boolean asking) {
        Optional<Instance> running = Instance.running(data);
        URI gateway = known(server, running.map(Instance::gateway), "--server");
        String gatewayKey = known(key, running.map(Instance::key), "--key");
        return asking
                ? new PlateflowClient(
                        gateway,
                        gatewayKey,
                        known(stats, running.map(Instance::stats), "--stats"),
                        user,
                        known(password, running.map(Instance::password), "--password"))
                : new PlateflowClient(gateway, gatewayKey);
    }

    private <T> T known(@Nullable T said, Optional<T> running, String option) {
        return Optional.ofNullable(said)
                .or(() -> running)
                .orElseThrow(() -> new Misuse("No Plateflow runs in "
                        + (data == null ? Instance.DEFAULT + " or " + Instance.DEMO : data)
                        + ": start one with ./plateflow up, or give " + option));
    }
}
