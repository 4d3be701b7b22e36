package io.plateflow.stats.storage;

import org.springframework.jdbc.core.JdbcTemplate;

/** The pool for photos, told apart by type from the one for rows. */
public record Blobs(JdbcTemplate jdbc) {}
