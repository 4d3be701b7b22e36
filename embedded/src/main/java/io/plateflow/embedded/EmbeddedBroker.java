package io.plateflow.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka node of one, broker and controller in this process; its directory is formatted on first start. */
public final class EmbeddedBroker implements AutoCloseable {
    /** System properties that begin so are settings of the broker, by Kafka's names; addresses and directories are not. */
    public static final String SETTING = "plateflow.broker.";

    private static final String CLUSTER_ID = "cGxhdGVmbG93LWxvY2FsLQ";

    private final KafkaRaftServer server;
    private final String bootstrap;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /** Arguments: directory, port, controller's port. Runs until the process is told to end. */
    public static void main(String[] args) throws Exception {
        EmbeddedBroker broker = start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
        broker.server.awaitShutdown();
    }

    /**
     * Returns once the node serves clients.
     *
     * @param port of the clients' listener, on 127.0.0.1
     * @param controllerPort of the node's own controller, on 127.0.0.1
     * @throws Exception when a port is taken or the directory is unusable
     */
    public static EmbeddedBroker start(Path directory, int port, int controllerPort) throws Exception {
        Files.createDirectories(directory);
        format(directory);
        KafkaRaftServer server = new KafkaRaftServer(
                KafkaConfig.fromProps(settings(directory, port, controllerPort), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new EmbeddedBroker(server, "127.0.0.1:" + port);
    }

    /** What clients put in {@code bootstrap.servers}. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Returns once all logs are flushed and closed. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) throws Exception {
        Formatter formatter = new Formatter()
                .setNodeId(1)
                .setClusterId(CLUSTER_ID)
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                .setMetadataLogDirectory(directory.toString());
        formatter.addDirectory(directory.toString());
        formatter.run();
    }

    private static Properties settings(Path directory, int port, int controllerPort) throws IOException {
        Properties settings = new Properties();
        settings.putAll(BrokerSettings.SINGLE_NODE);
        System.getProperties().forEach((name, value) -> {
            if (name instanceof String setting && setting.startsWith(SETTING)) {
                settings.put(setting.substring(SETTING.length()), value);
            }
        });
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.toRealPath().toString());
        return settings;
    }
}
