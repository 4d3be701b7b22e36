package io.plateflow.stats.accounts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Records;
import io.plateflow.stats.commands.Body;
import io.plateflow.stats.query.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Administrators add users, change and disable them; everyone changes the own password. */
@RestController
class UserApi {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    private final Accounts accounts;
    private final AccountChanges changes;
    private final PasswordEncoder encoder;
    private final LoginTries tries;

    UserApi(Accounts accounts, AccountChanges changes, PasswordEncoder encoder, LoginTries tries) {
        this.accounts = accounts;
        this.changes = changes;
        this.encoder = encoder;
        this.tries = tries;
    }

    /** All of them: a site has few. */
    record Users(List<Account> items) {}

    /** A user, and the password that was made up, which is shown this once. */
    record Shown(@JsonUnwrapped Account account, @Nullable String password) {}

    @GetMapping("/v1/users")
    Users all() {
        return new Users(accounts.all());
    }

    // JSON alone: a form of another site cannot send it.
    @PutMapping(path = "/v1/users/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records({Action.USER_ADDED, Action.USER_CHANGED, Action.USER_DISABLED})
    ResponseEntity<Shown> put(
            @PathVariable String name, @RequestBody(required = false) byte @Nullable [] sent, Principal user) {
        Body body = Body.of(sent);
        Role role = body.oneOf("role", Role.values(), null);
        if (body.has("enabled") && !body.at("enabled").isBoolean()) {
            body.fault("enabled_malformed", "enabled", "enabled must be true or false");
        }
        if (!NAME.matcher(name).matches()) {
            body.fault(
                    "name_malformed",
                    "name",
                    "a name is 1 to 64 of a-z, 0-9, . _ @ -, and begins with a letter or digit");
        }
        body.refuseFaults();
        AccountChanges.Put put =
                changes.put(name, requireNonNull(role), body.at("enabled").asBoolean(true), user.getName());
        return ResponseEntity.status(put.password() == null ? HttpStatus.OK : HttpStatus.CREATED)
                .header("Cache-Control", "no-store")
                .body(new Shown(put.account(), put.password()));
    }

    /** Another user's is made up anew and shown once; the own one is chosen by who knows the present one. */
    @PostMapping(path = "/v1/users/{name}/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Records(Action.PASSWORD_CHANGED)
    ResponseEntity<Shown> password(
            @PathVariable String name,
            @RequestBody(required = false) byte @Nullable [] sent,
            Principal user,
            HttpServletRequest request) {
        Body body = Body.of(sent);
        if (name.equals(user.getName())) {
            return shown(new Shown(
                    changes.setPassword(name, chosen(body, Tried.of(name, request.getRemoteAddr()), name)), null));
        }
        if (!request.isUserInRole(Role.ADMIN.name())) {
            throw Refusals.of(HttpStatus.FORBIDDEN, "role_missing", "your role may not do this");
        }
        String password = Passwords.random();
        return shown(new Shown(changes.setPassword(name, password), password));
    }

    /** A wrong present password counts as one at the login: an open page is no way to guess it. */
    private String chosen(Body body, Tried tried, String name) {
        Instant until = tries.of(tried).lockedUntil();
        if (until != null) {
            throw locked(until);
        }
        String password = Passwords.chosen(body, "password", name);
        if (!encoder.matches(
                body.at("current").asString(""),
                accounts.loadUserByUsername(name).getPassword())) {
            tries.failed(tried);
            body.fault("current_wrong", "current", "current must be the present password");
        }
        body.refuseFaults();
        return password;
    }

    private static ErrorResponseException locked(Instant until) {
        ErrorResponseException refusal = Refusals.of(
                HttpStatus.TOO_MANY_REQUESTS, "login_locked", "too many wrong passwords: wait and try again");
        long seconds = Math.max(1, Duration.between(Instant.now(), until).toSeconds());
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return refusal;
    }

    private static ResponseEntity<Shown> shown(Shown shown) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(shown);
    }
}
