package io.plateflow.ingest.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.embedded.TestKafka;
import io.plateflow.ingest.Gateway;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How the page is served: to anybody, with nothing inline and nothing from elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhonePageIT {
    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeAll
    void start() throws Exception {
        gateway = Gateway.start(TestKafka.bootstrap());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void everyFileForbidsWhatIsNotOfThePage() throws Exception {
        for (String path : new String[] {"/capture", "/capture/", "/capture/app.js", "/capture/es.json"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("default-src 'none'; script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "Permissions-Policy")).contains("camera=(self)");
        }
        assertThat(header(get("/capture/sw.js"), "Service-Worker-Allowed")).isEqualTo("/capture");
        assertThat(header(get("/capture/app.js"), "Content-Type")).startsWith("text/javascript");
    }

    @Test
    void aBrowserThatHasAFileIsNotSentItAgain() throws Exception {
        String tag = header(get("/capture/app.js"), "ETag");

        assertThat(get("/capture/app.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/capture/app.js", "If-None-Match", "\"another\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingElseLiesBesideThePage() throws Exception {
        for (String path : new String[] {"/capture/none.js", "/capture/..%2fapplication.yaml", "/capture/a/b", "/"}) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.uri(path));
        return gateway.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
