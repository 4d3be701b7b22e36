package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway with a certificate of its own. */
class TlsIT {

    @Test
    void speaksTlsWithTheGivenCertificateAndTakesANewOneWithoutARestart(@TempDir Path directory) throws Exception {
        Path certificateFile = directory.resolve("cert.pem");
        Path keyFile = directory.resolve("key.pem");
        ThrowawayCertificate first = ThrowawayCertificate.into(certificateFile, keyFile);
        try (Gateway gateway = Gateway.start(
                TestKafka.bootstrap(),
                "--plateflow.ingest.tls.certificate=" + certificateFile,
                "--plateflow.ingest.tls.private-key=" + keyFile,
                "--spring.ssl.bundle.watch.file.quiet-period=200ms")) {
            HttpResponse<String> answer = post(gateway, first);
            assertThat(answer.statusCode()).isEqualTo(202);
            Contract.assertKept(answer);
            assertThat(Verdicts.of(RawHttp.send(gateway.port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n")))
                    .doesNotStartWith("2");
            assertThat(gateway.management("/actuator/health/readiness")).contains("\"UP\"");

            ThrowawayCertificate second = ThrowawayCertificate.into(certificateFile, keyFile);
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> post(gateway, second).statusCode() == 202);
            assertThatThrownBy(() -> post(gateway, first)).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void doesNotStartWithoutTheCertificateThatItWasTold(@TempDir Path directory) throws Exception {
        ThrowawayCertificate.into(directory.resolve("cert.pem"), directory.resolve("key.pem"));

        assertThatThrownBy(() -> Gateway.start(
                        TestKafka.bootstrap(),
                        "--plateflow.ingest.tls.certificate=" + directory.resolve("nowhere.pem"),
                        "--plateflow.ingest.tls.private-key=" + directory.resolve("key.pem")))
                .hasStackTraceContaining("nowhere.pem");
    }

    private static HttpResponse<String> post(Gateway gateway, ThrowawayCertificate trusted) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(trusted.trusting()).build();
        URI uri = URI.create("https://localhost:" + gateway.port() + "/v1/captures?latitude=1&longitude=1");
        return client.send(
                HttpRequest.newBuilder(uri)
                        .headers("X-API-Key", Gateway.KEY, "Content-Type", "image/jpeg")
                        .POST(BodyPublishers.ofByteArray(Photos.jpeg(64, 48, System.nanoTime())))
                        .build(),
                BodyHandlers.ofString());
    }
}
