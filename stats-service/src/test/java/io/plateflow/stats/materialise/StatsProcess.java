package io.plateflow.stats.materialise;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.embedded.EmbeddedDatabase;
import io.plateflow.embedded.Leash;
import io.plateflow.stats.StatsApplication;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** stats-service as it is built, in a process of its own; it ends with this one. */
final class StatsProcess implements AutoCloseable {
    private final Process process;

    private StatsProcess(Process process) {
        this.process = process;
    }

    /** Nothing is purged and nothing overdue: what is sent to it may be of any time. */
    static StatsProcess start(String kafka, EmbeddedDatabase database, String password, Path log)
            throws IOException, URISyntaxException {
        String leash = Path.of(Leash.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                "target/stats-service.jar:" + leash,
                Leash.class.getName(),
                StatsApplication.class.getName(),
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka,
                // As short as a broker allows: that long nobody has a dead one's partitions.
                "--spring.kafka.consumer.properties.session.timeout.ms=6000",
                // For so many seconds it keeps its locks.
                "--spring.datasource.hikari.data-source-properties.sessionVariables=wait_timeout=5",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + EmbeddedDatabase.USER,
                "--spring.datasource.password=" + password,
                "--plateflow.stats.audit.key=a key of the tests alone",
                "--plateflow.stats.login.cost=4",
                "--plateflow.stats.passwords.analyst=analyst-word",
                "--plateflow.stats.passwords.operator=operator-word",
                "--plateflow.stats.passwords.admin=admin-word",
                "--plateflow.stats.purge-delay=P1D",
                "--plateflow.stats.overdue-after=P36500D");
        return new StatsProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    /** From one instruction to the next, with all that it holds. */
    void stop() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    /** As the system does for want of memory: kill -9, which a stopped one dies of too. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
