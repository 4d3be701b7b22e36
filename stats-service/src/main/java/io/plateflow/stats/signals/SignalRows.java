package io.plateflow.stats.signals;

import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.instant;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was heard of cameras, by all instances, a second ago. */
@Component
public class SignalRows {
    private static final int MOST = 5_000;

    private final JdbcClient jdbc;

    SignalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each key and name of a camera, the latest first. */
    public List<Signal> all() {
        return jdbc.sql("""
                SELECT s.*, c.zone FROM camera_signal s LEFT JOIN capture c ON c.id = s.capture_id
                ORDER BY s.received_at DESC LIMIT :most
                """)
                .param("most", MOST)
                .query((row, n) -> {
                    Long skew = row.getObject("skew_millis", Long.class);
                    return new Signal(
                            row.getString("key_id"),
                            row.getString("camera"),
                            row.getString("zone"),
                            id(row, "capture_id"),
                            instant(row, "received_at"),
                            instant(row, "captured_at"),
                            skew == null ? null : Duration.ofMillis(skew));
                })
                .list();
    }
}
