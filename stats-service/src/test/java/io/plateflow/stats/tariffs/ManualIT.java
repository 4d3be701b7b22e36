package io.plateflow.stats.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.stats.Administrator;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests that the manual shows do what it says, in both languages. */
class ManualIT extends Administrator {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern REQUEST =
            Pattern.compile("(?:printf '([^']*)' \\|\\s+)?curl -u (\\w+) (-X PUT )?http://localhost:8081(\\S+)"
                    + " -H 'Content-Type: ([^']+)' (?:-d '([^']*)'|--data-binary @-)");

    @ParameterizedTest
    @ValueSource(strings = {"billing.md", "billing.es.md"})
    void doesWhatItSays(String document) throws Exception {
        List<String> answers = new ArrayList<>();
        for (HttpResponse<String> answer : answers(document)) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
            answers.add(answer.request().uri().getPath());
            if (answer.request().uri().getPath().equals("/v1/quotes")) {
                assertThat(body(answer).at("/amount/amount").asString()).isEqualTo("5600.00");
            }
            assertThat(body(answer).path("warnings").size()).as(answer.body()).isZero();
        }
        assertThat(answers)
                .containsExactly(
                        "/v1/tariffs/garage",
                        "/v1/quotes",
                        "/v1/zones/garage-1",
                        "/v1/vehicles/AB123CD",
                        "/v1/vehicles",
                        "/v1/tariffs/simulate");
    }

    private List<HttpResponse<String>> answers(String document) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (MatchResult shown : requests(document)) {
            String csv = shown.group(1);
            String body = csv == null ? shown.group(6) : csv.replace("\\n", "\n");
            HttpRequest.Builder request = request(shown.group(4), shown.group(2))
                    .header("Content-Type", shown.group(5))
                    .method(shown.group(3) == null ? "POST" : "PUT", BodyPublishers.ofString(body));
            answers.add(kept(request));
        }
        return answers;
    }

    private static List<MatchResult> requests(String document) throws IOException {
        return REQUEST.matcher(Files.readString(DOCS.resolve(document)))
                .results()
                .toList();
    }
}
