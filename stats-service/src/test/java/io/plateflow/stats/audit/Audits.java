package io.plateflow.stats.audit;

import io.plateflow.stats.Settings;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit of tests that run without Spring. */
public final class Audits {
    private Audits() {}

    public static Audit in(JdbcTemplate jdbc) {
        return new Audit(new AuditRows(jdbc), new PlateHashes(Settings.settings()));
    }
}
