package io.plateflow.stats.erasure;

import static io.plateflow.stats.storage.Columns.id;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Carries out what was asked, within a second, and goes on where it was until it is done: a crash only puts it off. */
@Component
class Eraser {
    private static final Logger LOG = LoggerFactory.getLogger(Eraser.class);

    private final JdbcClient jdbc;
    private final ErasingSteps steps;

    Eraser(JdbcClient jdbc, ErasingSteps steps) {
        this.jdbc = jdbc;
        this.steps = steps;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void turn() {
        try {
            for (UUID erasure : toDo()) {
                boolean more = true;
                while (more) {
                    more = steps.step(erasure);
                }
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("what is to be erased waits for the database: {}", e.toString());
        }
    }

    private List<UUID> toDo() {
        return jdbc.sql("SELECT id FROM erasure WHERE done_at IS NULL ORDER BY n")
                .query((row, n) -> id(row, "id"))
                .list();
    }
}
