package io.plateflow.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must be so before anything starts; each breach is one sentence. */
final class Prechecks {
    private static final long GIB = 1L << 30;
    private static final long DISK = 2 * GIB;
    /** One process of each service; the sum of their heaps and about as much beside them, not yet measured. */
    private static final long MEMORY = 5 * GIB / 2;
    /** Of each process beyond the first of its service. */
    private static final long MEMORY_EACH = GIB / 2;

    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable: +(\\d+) kB");

    private Prechecks() {}

    static void platform(String system, String architecture) {
        if (!"Linux".equals(system) || !List.of("amd64", "x86_64").contains(architecture)) {
            throw new Refused("The built-in broker and database run on Linux x86-64 only; here run: docker compose up");
        }
    }

    static void build(List<Path> jars) {
        for (Path jar : jars) {
            if (!Files.exists(jar)) {
                throw new Refused(jar + " is missing: run ./mvnw -DskipTests package");
            }
        }
    }

    static void disk(Path data) throws IOException {
        long free = Files.getFileStore(data).getUsableSpace();
        if (free < DISK) {
            throw new Refused("%s has %s free and needs %s: free some or choose another --data"
                    .formatted(data, gib(free), gib(DISK)));
        }
    }

    /** @param meminfo the text of {@code /proc/meminfo} */
    static void memory(String meminfo, Options options) {
        Matcher available = AVAILABLE.matcher(meminfo);
        int more = options.ocrWorkers() + options.billingWorkers() + options.statsServices() - 3;
        long needed = MEMORY + more * MEMORY_EACH;
        if (available.find() && Long.parseLong(available.group(1)) * 1024 < needed) {
            throw new Refused("%s of memory are available and %s are needed: end other programs%s"
                    .formatted(
                            gib(Long.parseLong(available.group(1)) * 1024),
                            gib(needed),
                            more > 0 ? " or ask for fewer processes" : ""));
        }
    }

    static void ports(Options options) {
        port(options.bind(), options.ingestPort(), "--ingest-port");
        port(options.bind(), options.statsPort(), "--stats-port");
        port("127.0.0.1", options.databasePort(), "--database-port");
        if (options.ingestPort() != 0 && options.ingestPort() == options.statsPort()) {
            throw new Refused("--ingest-port and --stats-port must differ");
        }
    }

    private static void port(String bind, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
        } catch (IOException e) {
            throw new Refused(
                    "port %d of %s cannot be used (%s): choose another with %s"
                            .formatted(
                                    port,
                                    bind,
                                    String.valueOf(e.getMessage()).toLowerCase(java.util.Locale.ROOT),
                                    option),
                    e);
        }
    }

    private static String gib(long bytes) {
        return "%.1f GiB".formatted((double) bytes / GIB);
    }
}
