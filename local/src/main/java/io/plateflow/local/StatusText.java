package io.plateflow.local;

import io.plateflow.contracts.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link Status} for people. */
final class StatusText {
    private StatusText() {}

    static String of(Status status) {
        List<String> lines = new ArrayList<>();
        lines.add(status.healthy() ? "healthy" : "UNHEALTHY: " + String.join("; ", status.faults()));
        for (Status.ProcessState process : status.processes()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-10s pid %-8d %-30s%s",
                    process.name(),
                    process.pid(),
                    process.fault() == null ? "up" : process.fault(),
                    process.deaths() == 0 ? "" : " started again %d times".formatted(process.deaths())));
            if (process.lastError() != null) {
                lines.add("             last error: " + process.lastError());
            }
        }
        lines.add("without an end  " + figure(status.pending()) + oldest(status.oldestPending()));
        lines.add("lag             " + byStage(status.lag()));
        lines.add("dead letters    " + byStage(status.deadLetters()));
        lines.add("to review       " + figure(status.toReview()));
        lines.add("disk            " + disk(status.disk()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String figure(@Nullable Long figure) {
        return figure == null ? "unknown" : Long.toString(figure);
    }

    private static String oldest(@Nullable Long seconds) {
        return seconds == null
                ? ""
                : ", the oldest for %d s%s".formatted(seconds, seconds > Limits.LATE.toSeconds() ? " (late)" : "");
    }

    private static String byStage(Map<String, Long> figures) {
        return figures.isEmpty()
                ? "unknown"
                : figures.entrySet().stream()
                        .map(stage -> stage.getKey() + " " + stage.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String disk(Status.Disk disk) {
        String free = String.format(Locale.ROOT, "%.1f GiB free", disk.freeBytes() / (double) (1L << 30));
        return disk.hoursUntilFull() == null
                ? free
                : free + String.format(Locale.ROOT, ", full in %.0f h", disk.hoursUntilFull());
    }
}
