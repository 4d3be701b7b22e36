package io.plateflow.local;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Json;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks processes, broker, stats-service and disk how they are. */
final class StatusCheck {
    private static final long LEAST_FREE = 2L << 30;
    /** Seconds; by then a capture should long have its end. */
    private static final long OVERDUE = 600;

    private static final int LIMIT_MS = 5_000;

    private final Path data;
    private final RunFile run;
    private final List<String> faults = new ArrayList<>();

    StatusCheck(Path data, RunFile run) {
        this.data = data;
        this.run = run;
    }

    Status ask() throws IOException, InterruptedException {
        if (run.supervisor().handle().isEmpty()) {
            faults.add("the supervisor is gone");
        }
        List<Status.ProcessState> processes = new ArrayList<>();
        for (RunFile.Running running : run.processes()) {
            processes.add(process(running));
        }
        JsonNode system = system();
        Long oldest = number(system.path("oldestPending"), "ageSeconds");
        if (oldest != null && oldest > OVERDUE) {
            faults.add("a capture has had no end for %d s".formatted(oldest));
        }
        Instant now = Instant.now();
        Status.Disk disk =
                Status.Disk.of(Files.getFileStore(data).getUsableSpace(), run.usage(), Journal.size(data), now);
        if (disk.freeBytes() < LEAST_FREE) {
            faults.add("the disk is nearly full");
        }
        Map<String, Long> lag = Map.of();
        Long deadLetters = null;
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                run.kafka(),
                "default.api.timeout.ms",
                LIMIT_MS,
                "request.timeout.ms",
                LIMIT_MS))) {
            Lag broker = new Lag(admin);
            lag = broker.byStage();
            deadLetters = broker.deadLetters();
        } catch (ExecutionException e) {
            faults.add("the broker does not answer: "
                    + requireNonNull(e.getCause()).getMessage());
        }
        return new Status(
                faults.isEmpty(),
                List.copyOf(faults),
                processes,
                oldest,
                number(system, "pending"),
                number(system, "toReview"),
                deadLetters,
                lag,
                disk,
                now);
    }

    private Status.ProcessState process(RunFile.Running running) throws IOException {
        String fault = running.handle().isEmpty()
                ? "not running"
                : running.health() == null ? null : Health.why(running.health());
        if (fault != null) {
            faults.add(running.name() + " is not up");
        }
        String error = new LogFile(data.resolve("logs").resolve(running.name() + ".log")).lastError();
        return new Status.ProcessState(running.name(), running.pid(), fault, running.deaths(), error);
    }

    /** The figures of {@code GET /v1/system}; none when it does not answer. */
    private JsonNode system() throws IOException {
        String user = "analyst:" + Credentials.load(data).analyst();
        HttpURLConnection http =
                (HttpURLConnection) run.stats().resolve("/v1/system").toURL().openConnection();
        http.setConnectTimeout(LIMIT_MS);
        http.setReadTimeout(LIMIT_MS);
        http.setRequestProperty(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        try {
            return Json.MAPPER.readTree(http.getInputStream());
        } catch (IOException | JacksonException e) {
            faults.add("the stats-service does not answer: " + e.getMessage());
            return Json.MAPPER.createObjectNode();
        }
    }

    private static @Nullable Long number(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).asLong() : null;
    }
}
