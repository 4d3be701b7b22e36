package io.plateflow.stats.accounts;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Action;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.query.Refusals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and changes accounts, each change in one transaction that first locks all accounts: they are few, and of two
 * administrators who demote each other one comes second. Every change ends the account's sessions.
 */
@Component
class AccountChanges {
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Audit audit;

    AccountChanges(JdbcClient jdbc, PasswordEncoder encoder, Audit audit) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.audit = audit;
    }

    /**
     * What became of an account.
     *
     * @param password of a new one; nobody can ask for it again
     */
    record Put(Account account, @Nullable String password) {}

    /**
     * Adds an account, or gives it another role or its leave.
     *
     * @throws org.springframework.web.ErrorResponseException 409 when nobody would be left to administer
     */
    @Transactional
    public Put put(String name, Role role, boolean enabled, String by) {
        List<Account> all = locked();
        Account before =
                all.stream().filter(a -> a.name().equals(name)).findFirst().orElse(null);
        if (before == null) {
            String password = Passwords.random();
            add(name, role, enabled, password, by);
            audit.did(Act.of(Action.USER_ADDED, "user", name).detail(role.name()));
            return new Put(one(name), password);
        }
        if (before.role() == role && before.enabled() == enabled) {
            return new Put(before, null);
        }
        boolean remains = enabled && role == Role.ADMIN;
        if (before.isActiveAdministrator()
                && !remains
                && all.stream().filter(Account::isActiveAdministrator).count() == 1) {
            throw Refusals.of(
                    HttpStatus.CONFLICT,
                    "last_administrator",
                    "nobody else administers: make another user an administrator first");
        }
        jdbc.sql("UPDATE account SET role = :role, enabled = :enabled, epoch = epoch + 1 WHERE name = :name")
                .param("role", role.name())
                .param("enabled", enabled)
                .param("name", name)
                .update();
        Action action = before.enabled() && !enabled ? Action.USER_DISABLED : Action.USER_CHANGED;
        audit.did(Act.of(action, "user", name).detail(role.name()));
        return new Put(one(name), null);
    }

    /** Gives the account {@code password}; 409 where the settings have it. */
    @Transactional
    public Account setPassword(String name, String password) {
        Account account = locked().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusals.notFound("user"));
        if (account.passwordInSettings()) {
            throw Refusals.of(
                    HttpStatus.CONFLICT,
                    "password_in_settings",
                    "the password of this user is in the service's settings: change it there");
        }
        jdbc.sql("UPDATE account SET password = :hash, epoch = epoch + 1 WHERE name = :name")
                .param("hash", encoder.encode(password))
                .param("name", name)
                .update();
        audit.did(Act.of(Action.PASSWORD_CHANGED, "user", name));
        return account;
    }

    private void add(String name, Role role, boolean enabled, String password, String by) {
        jdbc.sql("""
                INSERT INTO account (name, role, enabled, password, epoch, created_at, created_by)
                VALUES (:name, :role, :enabled, :hash, 1, :at, :by)
                """)
                .param("name", name)
                .param("role", role.name())
                .param("enabled", enabled)
                .param("hash", encoder.encode(password))
                .param("at", utc(Instant.now()))
                .param("by", by)
                .update();
    }

    private List<Account> locked() {
        return jdbc.sql("SELECT * FROM account ORDER BY name FOR UPDATE")
                .query(Account::of)
                .list();
    }

    private Account one(String name) {
        return jdbc.sql("SELECT * FROM account WHERE name = :name")
                .param("name", name)
                .query(Account::of)
                .single();
    }
}
