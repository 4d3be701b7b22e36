package io.plateflow.stats.system;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many records went into MySQL in each minute since this instance started, by all instances: MySQL's offsets tell, and
 * nothing else does. Marks of transactions count as records.
 */
@Component
class Written {
    private final JdbcClient jdbc;
    private final Deque<Long> totals = new ArrayDeque<>();

    Written(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(cron = "0 * * * * *")
    void note() {
        long total = jdbc.sql("SELECT COALESCE(SUM(next), 0) FROM consumer_offset")
                .query(Long.class)
                .single();
        synchronized (totals) {
            totals.addLast(total);
            if (totals.size() > Minutes.HOUR + 1) {
                totals.removeFirst();
            }
        }
    }

    /** An hour at most, the oldest minute first. */
    List<Long> perMinute() {
        List<Long> perMinute = new ArrayList<>();
        synchronized (totals) {
            Long before = null;
            for (Long total : totals) {
                if (before != null) {
                    perMinute.add(Math.max(0, total - before));
                }
                before = total;
            }
        }
        return perMinute;
    }
}
