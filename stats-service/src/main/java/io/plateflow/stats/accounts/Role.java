package io.plateflow.stats.accounts;

/** What a user may do; each one also what those before it may. */
public enum Role {
    /** Asks. */
    ANALYST,
    /** Commands: charges, corrects, resolves. */
    OPERATOR,
    /** Puts zones, tariffs, vehicles and users in force, and reads the audit. */
    ADMIN
}
