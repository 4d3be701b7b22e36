package io.plateflow.stats.audit;

import io.plateflow.stats.Settings;
import io.plateflow.stats.aliases.Aliases;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit of tests that run without Spring. */
public final class Audits {
    private Audits() {}

    /** What stands for plates that were erased in a database. */
    public static Aliases aliases(JdbcClient jdbc) {
        return new Aliases(jdbc, new PlateHashes(Settings.settings()));
    }

    public static Audit in(JdbcTemplate jdbc) {
        return new Audit(new AuditRows(jdbc), new PlateHashes(Settings.settings()));
    }
}
