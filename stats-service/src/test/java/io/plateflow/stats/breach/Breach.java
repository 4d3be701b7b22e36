package io.plateflow.stats.breach;

import io.plateflow.embedded.EmbeddedBroker;
import io.plateflow.stats.breach.circle.Circle;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

/** Breaks every rule of statistics once. */
public final class Breach {
    public @Nullable EmbeddedBroker otherModule;
    public @Nullable Circle circle;

    @Autowired
    public @Nullable KafkaTemplate<String, byte[]> publishing;

    public Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://localhost/plateflow");
    }
}
