package io.plateflow.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.plateflow.embedded.TestKafka;
import io.plateflow.ingest.hooks.Pushes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key in an address is nowhere but there: an operator who logs and traces everything still sees none. */
class HiddenKeyIT {
    private static final List<String> ADDRESSES =
            List.of("upload/%s?latitude=1&longitude=1", "dahua/%s", "axis/%s", "%s", "upload/%s/x");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path logs;

    @Test
    void showsNoKeyInLogsAnswersFiguresOrTraces() throws Exception {
        String secret = "s3cr3t-" + UUID.randomUUID();
        List<String> traced = new CopyOnWriteArrayList<>();
        List<String> answers = new ArrayList<>();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try (Gateway gateway = Gateway.start(
                TestKafka.bootstrap(),
                "--management.observations.enable.http.server.requests=true",
                "--logging.level.org.apache=info",
                "--logging.level.org.springframework=debug",
                "--logging.level.io.plateflow=trace",
                "--server.tomcat.accesslog.enabled=true",
                "--server.tomcat.accesslog.buffered=false",
                "--server.tomcat.accesslog.directory=" + logs,
                "--server.tomcat.accesslog.pattern=%r | %U | %m %s %{x}r")) {
            gateway.part(ObservationRegistry.class).observationConfig().observationHandler(new Traces(traced));
            Pushes.Sent picture = new Pushes.Sent("image/jpeg", Photos.jpeg(64, 48, 77));
            for (String key : new String[] {secret, Gateway.KEY}) {
                for (String address : ADDRESSES) {
                    HttpResponse<String> answer = gateway.push(address.formatted(key), picture);
                    answers.add(answer.statusCode() + answer.headers().map().toString() + answer.body());
                }
                answers.add(RawHttp.send(
                        gateway.port(),
                        "POST //v1/hooks/upload/" + key + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
                answers.add(RawHttp.send(
                        gateway.port(),
                        "POST /v1/hooks/upload/" + key + "%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
                answers.add(RawHttp.send(
                        gateway.port(),
                        "POST /v1/hooks/upload/" + key + "%2Fa HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
                answers.add(RawHttp.send(
                        gateway.port(), "POST /v1/hooks/upload/" + key + "|< HTTP/1.1\r\nHost: x\r\n\r\n"));
            }
            answers.add(gateway.management("/actuator/prometheus"));
            assertThat(answers.get(answers.size() - 1)).contains("tomcat_servlet_request_seconds_count");
            await().until(() -> logged().lines().count() >= 10);
        } finally {
            System.setOut(out);
        }

        assertThat(logged())
                .contains("POST /v1/hooks/upload/key")
                .contains(" 200 ")
                .contains(" 401 ")
                .contains(" 404 ");
        assertThat(traced).anyMatch(line -> line.contains("/v1/hooks/upload/key"));
        assertThat(printed.toString(UTF_8)).contains("o.s.");
        for (String key : new String[] {secret, Gateway.KEY}) {
            assertThat(logged()).doesNotContain(key);
            assertThat(printed.toString(UTF_8)).doesNotContain(key);
            assertThat(answers).noneMatch(answer -> answer.contains(key));
            assertThat(traced).noneMatch(line -> line.contains(key));
        }
    }

    private String logged() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** Sees what a tracer would export. */
    private record Traces(List<String> seen) implements ObservationHandler<Observation.Context> {
        @Override
        public void onStop(Observation.Context context) {
            seen.add(context.getContextualName() + " " + context.getAllKeyValues());
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}
