package io.plateflow.stats.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Json;
import io.plateflow.stats.Browser;
import io.plateflow.stats.Contract;
import io.plateflow.stats.RunningService;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Administrators add users and take their leave away; everyone chooses the own password. */
class UserIT extends RunningService {

    @Test
    void addsAUserWhosePasswordIsShownOnce() throws Exception {
        HttpResponse<byte[]> added = put("maria", "OPERATOR", true);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.headers().firstValue("Cache-Control")).contains("no-store");
        String password = body(added).at("/password").asString();
        assertThat(password).hasSize(19);
        assertThat(status("maria", password)).isEqualTo(200);
        assertThat(status("Maria", password)).as("as people type it").isEqualTo(200);
        assertThat(status("maria", "maria-word-x")).isEqualTo(401);
        JsonNode maria = listed("maria");
        assertThat(maria.at("/role").asString()).isEqualTo("OPERATOR");
        assertThat(maria.at("/createdBy").asString()).isEqualTo("admin");
        assertThat(maria.has("password")).isFalse();
        assertThat(hash("maria")).startsWith("{bcrypt}").doesNotContain(password);
    }

    @Test
    void endsASessionAtOnceWhenItsUserIsDisabledOrDemoted() throws Exception {
        String password = body(put("pedro", "ADMIN", true)).at("/password").asString();
        Browser pedro = Browser.of(port, "pedro", password);
        assertThat(pedro.get("/v1/users").statusCode()).isEqualTo(200);
        assertThat(put("pedro", "OPERATOR", true).statusCode()).isEqualTo(200);
        assertThat(pedro.get("/v1/users").statusCode()).isEqualTo(401);

        Browser again = Browser.of(port, "pedro", password);
        assertThat(again.get("/v1/users").statusCode()).isEqualTo(403);
        assertThat(again.get("/v1/stats/summary").statusCode()).isEqualTo(200);
        put("pedro", "OPERATOR", false);
        assertThat(again.get("/v1/stats/summary").statusCode()).isEqualTo(401);
        assertThat(again.get("/").statusCode()).isEqualTo(302);
        assertThat(status("pedro", password)).isEqualTo(401);
        put("pedro", "OPERATOR", true);
        assertThat(status("pedro", password)).isEqualTo(200);
        assertThat(again.get("/v1/stats/summary").statusCode())
                .as("what has ended stays so")
                .isEqualTo(401);
    }

    @Test
    void leavesSomebodyToAdminister() throws Exception {
        assertThat(refusal(put("admin", "ADMIN", false))).isEqualTo("409 last_administrator");
        assertThat(refusal(put("admin", "ANALYST", true))).isEqualTo("409 last_administrator");
        String second = body(put("second", "ADMIN", true)).at("/password").asString();
        List<Callable<Integer>> both = List.of(
                () -> put("admin", "OPERATOR", true).statusCode(),
                () -> as("second", second, "PUT", "/v1/users/second", "{\"role\":\"OPERATOR\"}")
                        .statusCode());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers =
                    threads.invokeAll(both).stream().map(UserIT::got).sorted().toList();
            assertThat(answers).isIn(List.of(200, 409), List.of(200, 403));
        } finally {
            threads.shutdownNow();
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM account WHERE role = 'ADMIN' AND enabled")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("UPDATE account SET role = 'ADMIN' WHERE name = 'admin'").update();
        put("second", "ANALYST", false);
    }

    @Test
    void letsAUserChangeTheOwnPasswordWhichEndsTheSessions() throws Exception {
        String first = body(put("lucia", "ANALYST", true)).at("/password").asString();
        Browser lucia = Browser.of(port, "lucia", first);
        String path = "/v1/users/lucia/password";
        String longest = "x".repeat(73);
        assertThat(refusal(as("lucia", first, "POST", path, words("wrong", "short"))))
                .isEqualTo("422 current_wrong password_short");
        assertThat(refusal(as("lucia", first, "POST", path, words(first, longest))))
                .isEqualTo("422 password_long");
        HttpResponse<byte[]> changed = as("lucia", first, "POST", path, words(first, "correcta bateria"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(body(changed).has("password")).isFalse();
        assertThat(lucia.get("/v1/stats/summary").statusCode()).isEqualTo(401);
        assertThat(status("lucia", first)).isEqualTo(401);
        assertThat(status("lucia", "correcta bateria")).isEqualTo(200);
    }

    @Test
    void anOpenSessionIsNoWayToGuessThePassword() throws Exception {
        String first = body(put("delia", "ANALYST", true)).at("/password").asString();
        String path = "/v1/users/delia/password";
        Browser delia = Browser.of(port, "delia", first);
        List<String> answers = new ArrayList<>();
        for (int guess = 0; guess < 11; guess++) {
            answers.add(refusal(delia.post(path, words("guess " + guess, "correcta bateria"))));
        }
        assertThat(answers.subList(0, 10)).containsOnly("422 current_wrong");
        assertThat(answers.get(10)).isEqualTo("429 login_locked");
    }

    @Test
    void makesAnotherUsersPasswordUpAnewForAdministratorsOnly() throws Exception {
        String first = body(put("carla", "OPERATOR", true)).at("/password").asString();
        assertThat(refusal(as("operator", "operator-word", "POST", "/v1/users/carla/password", "{}")))
                .isEqualTo("403 role_missing");
        String second = body(as("admin", "admin-word", "POST", "/v1/users/carla/password", "{}"))
                .at("/password")
                .asString();
        assertThat(status("carla", first)).isEqualTo(401);
        assertThat(status("carla", second)).isEqualTo(200);
        assertThat(refusal(as("admin", "admin-word", "POST", "/v1/users/nobody/password", "{}")))
                .isEqualTo("404 not_found");
    }

    @Test
    void keepsThePasswordsOfTheFirstUsersInTheSettings() throws Exception {
        assertThat(listed("operator").at("/passwordInSettings").asBoolean()).isTrue();
        assertThat(refusal(as("admin", "admin-word", "POST", "/v1/users/operator/password", "{}")))
                .isEqualTo("409 password_in_settings");
    }

    @Test
    void refusesNamesAndRolesThatAreNone() throws Exception {
        assertThat(refusal(as("admin", "admin-word", "PUT", "/v1/users/Ana", "{\"role\":\"BOSS\",\"enabled\":1}")))
                .isEqualTo("422 enabled_malformed name_malformed role_unknown");
    }

    private HttpResponse<byte[]> put(String name, String role, boolean enabled) throws Exception {
        return as(
                "admin",
                "admin-word",
                "PUT",
                "/v1/users/" + name,
                "{\"role\":\"%s\",\"enabled\":%s}".formatted(role, enabled));
    }

    private int status(String user, String password) throws Exception {
        return as(user, password, "GET", "/v1/stats/summary", "").statusCode();
    }

    private HttpResponse<byte[]> as(String user, String password, String method, String path, String json)
            throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofByteArray());
        Contract.assertKept(answer);
        return answer;
    }

    private JsonNode listed(String name) throws Exception {
        for (JsonNode user :
                body(as("admin", "admin-word", "GET", "/v1/users", "")).at("/items")) {
            if (user.at("/name").asString().equals(name)) {
                return user;
            }
        }
        throw new AssertionError(name + " is not listed");
    }

    private String hash(String name) {
        return jdbc.sql("SELECT password FROM account WHERE name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static String words(String current, String password) {
        return "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, password);
    }

    private static JsonNode body(HttpResponse<byte[]> answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    private static int got(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
