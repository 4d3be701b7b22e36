package io.plateflow.stats.accounts;

import static io.plateflow.stats.storage.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Who may sign in, as it is answered.
 *
 * @param passwordInSettings whether the service's settings have its password, which then cannot be changed here
 * @param createdBy user name; empty for the accounts that were there first
 */
record Account(
        String name, Role role, boolean enabled, boolean passwordInSettings, Instant createdAt, String createdBy) {

    static Account of(ResultSet row, int n) throws SQLException {
        return new Account(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("enabled"),
                row.getString("password") == null,
                instant(row, "created_at"),
                row.getString("created_by"));
    }

    boolean isActiveAdministrator() {
        return enabled && role == Role.ADMIN;
    }
}
