package io.plateflow.stats.accounts;

import static java.util.Objects.requireNonNull;

import io.plateflow.stats.StatsProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Accounts by name, read anew for every request, so that what one instance changes holds in all of them at once. */
@Component
public class Accounts implements UserDetailsService {
    private final JdbcClient jdbc;
    /** Hashes of the passwords in the settings, by user name. */
    private final Map<String, String> inSettings;

    Accounts(JdbcClient jdbc, StatsProperties properties, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        StatsProperties.Passwords passwords = properties.passwords();
        this.inSettings = Map.of(
                "analyst", requireNonNull(encoder.encode(passwords.analyst())),
                "operator", requireNonNull(encoder.encode(passwords.operator())),
                "admin", requireNonNull(encoder.encode(passwords.admin())));
    }

    /** How a name is written in the rows, however it was typed. */
    public static String written(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** A disabled account is as none: a password is tried all the same, and takes as long. */
    @Override
    public SignedIn loadUserByUsername(String name) {
        return jdbc.sql("SELECT name, role, password, epoch FROM account WHERE name = :name AND enabled")
                .param("name", written(name))
                .query((row, n) -> new SignedIn(
                        row.getString("name"), hash(row), Role.valueOf(row.getString("role")), row.getInt("epoch")))
                .optional()
                .orElseThrow(() -> UsernameNotFoundException.fromUsername("unknown"));
    }

    /** Whether nothing of the account changed since {@code user} signed in. */
    public boolean isCurrent(SignedIn user) {
        return jdbc.sql("SELECT epoch FROM account WHERE name = :name AND enabled")
                .param("name", user.getUsername())
                .query(Integer.class)
                .optional()
                .filter(epoch -> epoch == user.epoch())
                .isPresent();
    }

    List<Account> all() {
        return jdbc.sql("SELECT * FROM account ORDER BY name")
                .query(Account::of)
                .list();
    }

    Optional<Account> named(String name) {
        return jdbc.sql("SELECT * FROM account WHERE name = :name")
                .param("name", name)
                .query(Account::of)
                .optional();
    }

    private String hash(ResultSet row) throws SQLException {
        String own = row.getString("password");
        return own == null ? requireNonNull(inSettings.get(row.getString("name"))) : own;
    }
}
