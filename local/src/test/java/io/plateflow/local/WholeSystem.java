package io.plateflow.local;

import io.plateflow.client.PlateflowClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every process of Plateflow as it is built, seen only from outside: HTTP, Kafka, SQL. */
final class WholeSystem implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Supervisor supervisor;
    final PlateflowClient client;

    private WholeSystem(Supervisor supervisor) {
        this.supervisor = supervisor;
        client = new PlateflowClient(
                supervisor.ingest(),
                key(),
                supervisor.stats(),
                "operator",
                supervisor.credentials().operator());
    }

    /** Returns once all of it is ready. */
    static WholeSystem start(Path data) throws IOException {
        Path root = Path.of("..").toRealPath();
        return new WholeSystem(Supervisor.start(Options.onFreePorts(data), Installation.at(root), System.out::println));
    }

    String key() {
        return supervisor.credentials().ingestKey();
    }

    Credentials credentials() {
        return supervisor.credentials();
    }

    Map<String, Long> pids() {
        return supervisor.pids();
    }

    /** As {@code kill -9} does; nothing when the process is not there just now. */
    void kill(String process) {
        Optional.ofNullable(pids().get(process)).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
    }

    String kafka() {
        return supervisor.kafka();
    }

    URI captures(String query) {
        return supervisor.ingest().resolve("/v1/captures?" + query);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    Ends ends() {
        return Ends.of(supervisor.kafka());
    }

    Status status() throws IOException, InterruptedException {
        return new StatusCheck(
                        supervisor.data(), RunFile.read(supervisor.data()).orElseThrow())
                .ask();
    }

    /** The first two columns of a question's rows. */
    Map<String, String> rows(String sql) throws SQLException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(
                        supervisor.databaseUrl(), "plateflow", credentials().database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.put(row.getString(1), row.getString(2));
            }
        }
        return rows;
    }

    /** Changes rows as somebody may with a client of the database; returns how many. */
    int change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        supervisor.databaseUrl(), "plateflow", credentials().database());
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
