package io.plateflow.local;

import static java.util.Objects.requireNonNull;

import io.plateflow.client.NoAnswer;
import io.plateflow.client.PlateflowClient;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Lag;
import io.plateflow.contracts.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks processes, broker, stats-service and disk how they are. */
final class StatusCheck {
    private static final Duration LIMIT = Duration.ofSeconds(5);

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
        if (oldest != null && oldest > Limits.OVERDUE.toSeconds()) {
            faults.add("a capture has had no end for %d s".formatted(oldest));
        }
        Instant now = Instant.now();
        Status.Disk disk =
                Status.Disk.of(Files.getFileStore(data).getUsableSpace(), run.usage(), Journal.size(data), now);
        if (disk.freeBytes() < Limits.LEAST_FREE_BYTES) {
            faults.add("the disk is nearly full");
        }
        Map<String, Long> lag = lag();
        Map<String, Long> deadLetters = lag.isEmpty() ? Map.of() : deadLetters();
        if (system.path("lag").isObject()) {
            lag.put(
                    "stats",
                    StreamSupport.stream(system.path("lag").spliterator(), false)
                            .mapToLong(JsonNode::asLong)
                            .sum());
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

    /** Nothing when the broker does not answer. */
    private Map<String, Long> lag() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                run.kafka(),
                "default.api.timeout.ms",
                Math.toIntExact(LIMIT.toMillis()),
                "request.timeout.ms",
                Math.toIntExact(LIMIT.toMillis())))) {
            return new Lag(admin).byStage();
        } catch (ExecutionException e) {
            faults.add("the broker does not answer: "
                    + requireNonNull(e.getCause()).getMessage());
            return new LinkedHashMap<>();
        }
    }

    /** Nothing when they cannot be counted in time. */
    private Map<String, Long> deadLetters() {
        try {
            return new DeadLetters(run.kafka(), LIMIT).byStage();
        } catch (KafkaException e) {
            return Map.of();
        }
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

    /** The figures of the stats-service; none when it does not answer. */
    private JsonNode system() throws IOException {
        Credentials credentials = Credentials.load(data);
        try {
            return new PlateflowClient(
                            run.ingest(), credentials.ingestKey(), run.stats(), "analyst", credentials.analyst())
                    .system(LIMIT);
        } catch (NoAnswer e) {
            faults.add("the stats-service does not answer: " + e.getMessage());
            return Json.MAPPER.createObjectNode();
        }
    }

    private static @Nullable Long number(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).asLong() : null;
    }
}
