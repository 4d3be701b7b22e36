package io.plateflow.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All processes of one run and where each is found. */
final class Roster {
    /** Where nobody reads, no photo is late: sent again, all of a history would only be written twice. */
    private static final String NEVER = "P36500D";

    private final Options options;
    private final Credentials credentials;
    private final Installation installation;
    private final Ports ports;

    final int kafkaPort;
    final int controllerPort;
    final int databasePort;
    final int ingestPort;
    final int statsPort;
    final List<Service> services;

    Roster(Options options, Credentials credentials, Installation installation) {
        this.options = options;
        this.credentials = credentials;
        this.installation = installation;
        this.ports = new Ports(options.ingestPort() == 0);
        kafkaPort = ports.near(9092);
        controllerPort = ports.any();
        databasePort = options.databasePort() == 0 ? ports.near(3306) : options.databasePort();
        ingestPort = ports.orAny(options.ingestPort());
        statsPort = ports.orAny(options.statsPort());
        services = services();
    }

    String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    URI ingest() {
        return URI.create("http://localhost:" + ingestPort);
    }

    URI stats() {
        return URI.create("http://localhost:" + statsPort);
    }

    String databaseUrl() {
        return "jdbc:mysql://127.0.0.1:%d/plateflow?sslMode=DISABLED".formatted(databasePort);
    }

    private List<Service> services() {
        List<Service> all = new ArrayList<>();
        all.add(service(Role.INGEST, 1, "ingest", listening(ingestPort)));
        for (int n = 1; n <= options.ocrWorkers(); n++) {
            all.add(service(Role.OCR, n, "ocr-" + n, Map.of()));
        }
        for (int n = 1; n <= options.billingWorkers(); n++) {
            String state = options.data().resolve("billing-" + n).toString();
            all.add(service(Role.BILLING, n, "billing-" + n, Map.of("PLATEFLOW_STATE_DIR", state)));
        }
        for (int n = 1; n <= options.statsServices(); n++) {
            all.add(service(Role.STATS, n, "stats-" + n, stats(n == 1 ? statsPort : ports.any())));
        }
        return List.copyOf(all);
    }

    private Service service(Role role, int number, String name, Map<String, String> own) {
        int management = number == 1 ? ports.near(role.managementPort) : ports.any();
        Map<String, String> environment = new HashMap<>(own);
        environment.put("PLATEFLOW_KAFKA", kafka());
        environment.put("PLATEFLOW_STATS_URL", seen(statsPort));
        environment.put("PLATEFLOW_CACHE_DIR", installation.cache().toString());
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        URI health = URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness");
        return new Service(name, role, number, environment, health);
    }

    private Map<String, String> listening(int port) {
        return Map.of("SERVER_PORT", Integer.toString(port), "SERVER_ADDRESS", options.bind());
    }

    private Map<String, String> stats(int port) {
        Map<String, String> own = new HashMap<>(listening(port));
        own.put("PLATEFLOW_MYSQL_URL", databaseUrl());
        own.put("PLATEFLOW_MYSQL_USER", "plateflow");
        own.put("PLATEFLOW_MYSQL_PASSWORD", credentials.database());
        own.put("PLATEFLOW_ANALYST_PASSWORD", credentials.analyst());
        own.put("PLATEFLOW_OPERATOR_PASSWORD", credentials.operator());
        own.put("PLATEFLOW_ADMIN_PASSWORD", credentials.admin());
        own.put("PLATEFLOW_AUDIT_KEY", credentials.auditKey());
        own.put("PLATEFLOW_INGEST_URL", seen(ingestPort));
        if (options.ocrWorkers() == 0) {
            own.put("PLATEFLOW_OVERDUE_AFTER", NEVER);
        }
        return own;
    }

    /** Where senders are told that they find {@code port}; a wildcard address is no address of a host. */
    private String seen(int port) {
        boolean named = !options.bind().startsWith("127.") && !options.bind().equals("0.0.0.0");
        return "http://%s:%d".formatted(named ? options.bind() : "localhost", port);
    }
}
