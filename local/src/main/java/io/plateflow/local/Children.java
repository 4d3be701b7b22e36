package io.plateflow.local;

import static java.util.Objects.requireNonNull;

import io.plateflow.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All child processes of a run, in the order in which they end: services first, then what these stand on. */
final class Children {
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Recording a class-data archive takes a while on a busy machine. */
    private static final Duration END_LIMIT = Duration.ofSeconds(60);
    /** Deaths before it was ever ready: starting once more would not mend it. */
    private static final int HOPELESS = 3;

    private final DataDirectory data;
    private final Installation installation;
    private final Roster roster;
    private final Credentials credentials;
    private final Child broker;
    private final Child database;
    private final Map<String, Child> services = new LinkedHashMap<>();

    Children(
            DataDirectory data,
            Installation installation,
            Roster roster,
            Credentials credentials,
            Consumer<String> news) {
        this.data = data;
        this.installation = installation;
        this.roster = roster;
        this.credentials = credentials;
        broker = new Child("broker", tcp(roster.kafkaPort), this::launchBroker, news);
        database = new Child("database", tcp(roster.databasePort), this::launchDatabase, news);
        for (Service service : roster.services) {
            services.put(service.name(), new Child(service.name(), service.health(), () -> launch(service), news));
        }
    }

    List<Child> all() {
        return Stream.concat(services.values().stream(), Stream.of(broker, database))
                .toList();
    }

    void startDatabase() throws IOException, InterruptedException {
        database.start();
    }

    void startBroker() throws IOException, InterruptedException {
        start(broker);
    }

    void startService(Service service) throws IOException, InterruptedException {
        start(requireNonNull(services.get(service.name())));
    }

    void end() {
        services.values().forEach(Child::end);
        roster.services.forEach(this::awaitEnd);
        broker.end();
        database.end();
        awaitEnd(broker, installation.broker(), true);
        database.awaitEnd(END_LIMIT);
    }

    private void awaitEnd(Service service) {
        awaitEnd(requireNonNull(services.get(service.name())), program(service), records(service));
    }

    private static void awaitEnd(Child child, Program program, boolean recording) {
        boolean whole = child.awaitEnd(END_LIMIT);
        if (whole && recording) {
            program.keepArchive();
        }
    }

    /** Whether its process is the one of its program that records the class-data archive. */
    private static boolean records(Service service) {
        return service.number() == 1;
    }

    /** Returns once it is ready. */
    private void start(Child child) throws IOException, InterruptedException {
        child.start();
        long limit = System.nanoTime() + READY_LIMIT.toNanos();
        String why = Health.why(child.health());
        while (why != null) {
            if (child.deaths() >= HOPELESS || System.nanoTime() > limit) {
                throw new Refused("%s does not come up (%s), see %s"
                        .formatted(child.name(), lastError(child.name(), why), log(child.name())));
            }
            Thread.sleep(POLL.toMillis());
            why = Health.why(child.health());
        }
    }

    private String lastError(String name, String otherwise) throws IOException {
        String error = new LogFile(log(name)).lastError();
        return error == null ? otherwise : error;
    }

    private Process launchBroker() throws IOException {
        List<String> arguments = List.of(
                data.path().resolve("kafka").toString(),
                Integer.toString(roster.kafkaPort),
                Integer.toString(roster.controllerPort));
        return run("broker", installation.broker().command(true, arguments), Map.of());
    }

    private Process launchDatabase() throws IOException, InterruptedException {
        return EmbeddedDatabase.start(new EmbeddedDatabase.Settings(
                        installation.cache(),
                        data.path().resolve("mariadb"),
                        new LogFile(log("database")).rotated(),
                        roster.databasePort,
                        credentials.database(),
                        credentials.reader()))
                .process();
    }

    private Process launch(Service service) throws IOException {
        return run(service.name(), program(service).command(records(service), List.of()), service.environment());
    }

    private Program program(Service service) {
        return requireNonNull(installation.services().get(service.role()));
    }

    /** The child's standard input stays open for as long as this process lives: that is its leash. */
    private Process run(String name, List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        new LogFile(log(name)).rotated().toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path log(String name) throws IOException {
        return data.logs().resolve(name + ".log");
    }

    private static URI tcp(int port) {
        return URI.create("tcp://127.0.0.1:" + port);
    }
}
