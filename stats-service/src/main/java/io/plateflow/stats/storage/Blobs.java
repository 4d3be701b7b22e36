package io.plateflow.stats.storage;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The pool for photos, told apart by type from the one for rows.
 *
 * @param transactions on this pool
 */
public record Blobs(JdbcTemplate jdbc, TransactionTemplate transactions) {

    public static Blobs of(DataSource pool) {
        return new Blobs(new JdbcTemplate(pool), new TransactionTemplate(new DataSourceTransactionManager(pool)));
    }
}
