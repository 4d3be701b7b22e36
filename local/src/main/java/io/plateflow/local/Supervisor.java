package io.plateflow.local;

import static java.util.concurrent.CompletableFuture.allOf;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.CreateTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One running Plateflow: what must be there → broker ‖ database → topics → services, kept running until closed. */
final class Supervisor implements AutoCloseable {
    private static final int SAMPLE_MINUTES = 5;

    private final DataDirectory data;
    private final Credentials credentials;
    private final Roster roster;
    private final Consumer<String> news;
    private final Journal journal;
    private final Children children;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "supervisor-clock");
        thread.setDaemon(true);
        return thread;
    });
    private boolean closed;

    private Supervisor(DataDirectory data, Options options, Installation installation, Consumer<String> news)
            throws IOException {
        this.data = data;
        this.news = news;
        credentials = Credentials.loadOrCreate(data.path());
        roster = new Roster(options, credentials, installation);
        children = new Children(data, installation, roster, credentials, this::tell);
        journal = new Journal(data.path(), roster, children.all());
    }

    /**
     * Returns once every service is ready. Ends with the JVM when it is not closed before.
     *
     * @param news takes one sentence for each thing that happens
     * @throws Refused when something is not as it must be; nothing is left running then
     */
    static Supervisor start(Options options, Installation installation, Consumer<String> news) throws IOException {
        Prechecks.platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        Prechecks.memory(Files.readString(Path.of("/proc/meminfo")), options);
        DataDirectory data = DataDirectory.open(options.data());
        try {
            RunFile.reap(data.path());
            if (options.emptied()) {
                data.empty();
            }
            Prechecks.disk(data.path());
            Prechecks.ports(options);
            Supervisor supervisor = new Supervisor(data, options, installation, news);
            Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "supervisor-shutdown"));
            supervisor.boot();
            return supervisor;
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private void boot() throws IOException {
        try {
            boolean asked = roster.services.stream().anyMatch(service -> service.role() == Role.STATS);
            CompletableFuture<Void> database =
                    asked ? step("database", children::startDatabase) : CompletableFuture.completedFuture(null);
            CompletableFuture<Void> topics =
                    step("broker", children::startBroker).thenRun(this::createTopics);
            List<CompletableFuture<Void>> ready = new ArrayList<>();
            for (Service service : roster.services) {
                CompletableFuture<Void> needed = service.role() == Role.STATS ? allOf(topics, database) : topics;
                ready.add(needed.thenCompose(up -> step(service.name(), () -> children.startService(service))));
            }
            allOf(ready.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            close();
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new IOException("the start failed: " + e.getCause(), e);
        }
        var unused = clock.scheduleAtFixedRate(journal::sample, 0, SAMPLE_MINUTES, TimeUnit.MINUTES);
    }

    URI ingest() {
        return roster.ingest();
    }

    URI stats() {
        return roster.stats();
    }

    String kafka() {
        return roster.kafka();
    }

    String databaseUrl() {
        return roster.databaseUrl();
    }

    int databasePort() {
        return roster.databasePort;
    }

    Credentials credentials() {
        return credentials;
    }

    Path data() {
        return data.path();
    }

    /** The processes that run by now, by their names: broker, database, ingest, ocr-1, billing-1, stats-1 and so on. */
    Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (Child child : children.all()) {
            Process process = child.process();
            if (process != null && process.isAlive()) {
                pids.put(child.name(), process.pid());
            }
        }
        return pids;
    }

    /** Ends the services, then broker and database; returns when no process is left. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        clock.shutdownNow();
        children.end();
        try {
            journal.delete();
            data.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that takes its time, on a thread of its own. */
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private CompletableFuture<Void> step(String name, Step step) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        long since = System.nanoTime();
        Thread thread = new Thread(
                () -> {
                    try {
                        step.run();
                        tell("%s is up after %.1f s".formatted(name, (System.nanoTime() - since) / 1e9));
                        done.complete(null);
                    } catch (IOException | InterruptedException | RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                },
                "start-" + name);
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private void createTopics() {
        try {
            List<String> faults = CreateTopics.run(roster.kafka(), (short) 1);
            if (!faults.isEmpty()) {
                throw new Refused(String.join("; ", faults));
            }
            String hash = CreateTopics.hash(credentials.ingestKey());
            CreateTopics.publish(roster.kafka(), ApiKey.of("default", hash));
        } catch (ExecutionException e) {
            throw new Refused("the broker did not take the topics: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private void tell(String sentence) {
        journal.write();
        news.accept(sentence);
    }
}
