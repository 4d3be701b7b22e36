package io.plateflow.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may do what, and that another site cannot do it in their name. */
class RolesIT extends RunningService {
    private static final Pattern TOKEN = Pattern.compile("name=\"(?:_csrf\" value|csrf-token\" content)=\"([^\"]+)\"");

    @Test
    void letsAnalystsAskAndOperatorsCheckOut() throws Exception {
        Story story = Story.of("RO111LE", Duration.ofMinutes(30));
        Story.send(TestKafka.bootstrap(), story.open());
        String quotedAt = awaitJson("/v1/stays/" + story.stayId(), "/state", "OPEN")
                .at("/quotedAt")
                .asString();
        String path = "/v1/stays/" + story.stayId() + "/checkout";
        String quote = "{\"at\":\"" + quotedAt + "\"}";

        HttpResponse<String> refused = post(HTTP, request(path, "analyst"), quote);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("role_missing");
        assertThat(post(HTTP, request(path, "operator"), quote).statusCode()).isEqualTo(202);
        assertThat(post(HTTP, request(path, "admin"), quote).statusCode()).isEqualTo(202);
    }

    @Test
    void asksStrangersWhoTheyAre() throws Exception {
        for (String path : new String[] {"/v1/captures", "/v1/stats/summary", "/v1/stream", "/v1/system"}) {
            HttpRequest.Builder anonymous = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            HttpResponse<String> answer = HTTP.send(anonymous.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(code(answer)).isEqualTo("login_needed");
        }
    }

    @Test
    void givesAnyoneTheDescriptionOfTheInterface() throws Exception {
        HttpRequest.Builder anonymous =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/openapi.yaml"));
        HttpResponse<String> answer = HTTP.send(anonymous.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readString(Path.of("..", "openapi.yaml")));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("yaml");
    }

    @Test
    void letsAdministratorsAlonePutThingsInForce() throws Exception {
        for (String path : new String[] {"/v1/zones/z", "/v1/tariffs/t", "/v1/vehicles/AA111AA", "/v1/cameras/c"}) {
            HttpRequest.Builder put = request(path, "operator").PUT(BodyPublishers.ofString("{}"));
            assertThat(code(HTTP.send(put.build(), BodyHandlers.ofString()))).isEqualTo("role_missing");
            HttpRequest.Builder byAdmin = request(path, "admin").PUT(BodyPublishers.ofString("{}"));
            assertThat(HTTP.send(byAdmin.build(), BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isNotIn(401, 403);
        }
    }

    @Test
    void takesAWriteOfASessionWithItsCsrfTokenOnly() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = token(browser, "/login");
        HttpRequest login = at("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=operator&password=operator-word&_csrf="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> home = browser.send(login, BodyHandlers.ofString());
        assertThat(home.headers().firstValue("Location").orElse("")).doesNotContain("error");
        String path = "/v1/stays/" + UUID.randomUUID() + "/checkout";

        HttpResponse<String> forged = post(browser, at(path), "{}");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(code(forged)).isEqualTo("csrf_token");
        assertThat(code(post(browser, at(path).header("X-CSRF-TOKEN", "guessed"), "{}")))
                .isEqualTo("csrf_token");
        HttpResponse<String> own = post(browser, at(path).header("X-CSRF-TOKEN", token(browser, "/")), "{}");
        assertThat(code(own)).isEqualTo("at_malformed");
    }

    @Test
    void takesNoFormOfAnotherSiteEvenWithAPassword() throws Exception {
        HttpResponse<String> form = HTTP.send(
                request("/v1/stays/" + UUID.randomUUID() + "/checkout", "operator")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{\"at\":\"2026-03-02T12:00:00Z\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(form.statusCode()).isEqualTo(415);
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private String token(HttpClient browser, String page) throws Exception {
        String html = browser.send(at(page).build(), BodyHandlers.ofString()).body();
        Matcher token = TOKEN.matcher(html);
        assertThat(token.find()).as(html).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> post(HttpClient client, HttpRequest.Builder to, String json) throws Exception {
        return client.send(
                to.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> refusal) {
        return Json.MAPPER.readTree(refusal.body()).at("/code").asString();
    }
}
