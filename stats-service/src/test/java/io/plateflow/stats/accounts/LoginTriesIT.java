package io.plateflow.stats.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Json;
import io.plateflow.stats.RunningService;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever guesses is stopped, and stops nobody else. Each test has addresses of its own (RFC 5737, RFC 3849). */
class LoginTriesIT extends RunningService {
    private static final int LIMIT = 10;

    @Autowired
    LoginTries tries;

    @Test
    void refusesEvenTheRightPasswordAfterTenWrongOnesFromThere() throws Exception {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(signIn("analyst", "guess", "203.0.113.1").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> locked = signIn("analyst", "analyst-word", "203.0.113.1");
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(Json.MAPPER.readTree(locked.body()).at("/code").asString()).isEqualTo("login_locked");
        assertThat(locked.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 900L);
        assertThat(signIn("Analyst ", "analyst-word", "203.0.113.1").statusCode())
                .as("however it is written")
                .isEqualTo(429);
        assertThat(signIn("analyst", "analyst-word", "203.0.113.2").statusCode())
                .as("from elsewhere")
                .isEqualTo(200);
    }

    @Test
    void saysTheSameOfANameThatNobodyHas() throws Exception {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(signIn("nobody-at-all", "guess", "203.0.113.3").statusCode())
                    .isEqualTo(401);
        }
        assertThat(signIn("nobody-at-all", "guess", "203.0.113.3").statusCode()).isEqualTo(429);
    }

    @Test
    void beginsAnewAfterASuccess() throws Exception {
        for (int round = 0; round < 2; round++) {
            failed("analyst", "203.0.113.4", LIMIT - 1);
            assertThat(signIn("analyst", "analyst-word", "203.0.113.4").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void opensAgainOnceTheWindowEnds() throws Exception {
        failed("analyst", "203.0.113.5", LIMIT);
        assertThat(signIn("analyst", "analyst-word", "203.0.113.5").statusCode())
                .isEqualTo(429);
        jdbc.sql("UPDATE login_failure SET since = since - INTERVAL 15 MINUTE WHERE kind = 'PAIR' AND subject = ?")
                .param(Tried.of("analyst", "203.0.113.5").pair())
                .update();
        assertThat(signIn("analyst", "analyst-word", "203.0.113.5").statusCode())
                .isEqualTo(200);
    }

    @Test
    void stopsAnAddressThatGuessesManyNamesButNobodyWhoSignedInFromIt() throws Exception {
        assertThat(signIn("analyst", "analyst-word", "203.0.113.6").statusCode())
                .isEqualTo(200);
        for (int name = 0; name < 5 * LIMIT; name++) {
            failed("name-" + name, "203.0.113.6", 1);
        }
        assertThat(signIn("operator", "operator-word", "203.0.113.6").statusCode())
                .isEqualTo(429);
        assertThat(signIn("analyst", "analyst-word", "203.0.113.6").statusCode())
                .isEqualTo(200);
    }

    @Test
    void stopsManyAddressesThatGuessOneNameButNotItsUser() throws Exception {
        String name = "tries-" + System.nanoTime();
        tries.succeeded(Tried.of(name, "2001:db8::1"), tries.of(Tried.of(name, "2001:db8::1")));
        for (int address = 0; address < 10 * LIMIT; address++) {
            failed(name, "198.51.100." + address, 1);
        }
        assertThat(tries.of(Tried.of(name, "198.51.100.200")).lockedUntil()).isNotNull();
        assertThat(tries.of(Tried.of(name, "2001:db8::2")).lockedUntil())
                .as("from the same network of 64 bits")
                .isNull();
    }

    private void failed(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            tries.failed(Tried.of(name, address));
        }
    }

    private HttpResponse<String> signIn(String name, String password, String address) throws Exception {
        String basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/stats/summary"))
                .header("Authorization", "Basic " + basic)
                .header("X-Forwarded-For", address)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
