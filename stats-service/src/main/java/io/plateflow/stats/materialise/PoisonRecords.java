package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.aliases.Names;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what nobody could read where an operator finds it, so that it blocks nobody. */
@Component
class PoisonRecords {
    private static final Logger LOG = LoggerFactory.getLogger(PoisonRecords.class);
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_CAUSE = 500;
    private static final int LONGEST_CONTENT = 60_000;

    private final JdbcClient jdbc;
    private final Aliases aliases;

    PoisonRecords(JdbcClient jdbc, Aliases aliases) {
        this.jdbc = jdbc;
        this.aliases = aliases;
    }

    /** Writes them in the transaction that is open; one that names a plate that was erased without what it says. */
    void write(List<Decoded.Poison> records) {
        if (records.isEmpty()) {
            return;
        }
        Names names = aliases.current();
        for (Decoded.Poison poison : records) {
            ConsumerRecord<String, byte[]> event = poison.event();
            String cause = poison.cause().getClass().getSimpleName();
            boolean erased =
                    names.anyIn(text(event.value()) + ' ' + poison.cause().getMessage());
            // The message may quote the record and with it a plate: it goes to the table, not to the log.
            LOG.error("skipped {}-{}@{}: {}", event.topic(), event.partition(), event.offset(), cause);
            jdbc.sql("""
                    INSERT IGNORE INTO poison_record (topic, part, position, seen_at, id, cause, content)
                    VALUES (:topic, :part, :position, :now, :id, :cause, :content)
                    """)
                    .param("topic", event.topic())
                    .param("part", event.partition())
                    .param("position", event.offset())
                    .param("now", utc(Instant.now()))
                    .param(
                            "id",
                            cut(event.key() == null ? null : event.key().getBytes(StandardCharsets.UTF_8), LONGEST_ID))
                    .param(
                            "cause",
                            erased ? cause : cut(cause + ": " + poison.cause().getMessage()))
                    .param("content", erased ? null : cut(event.value(), LONGEST_CONTENT))
                    .update();
        }
    }

    /** Latin letters and digits are the same in all character sets that matter. */
    private static String text(byte @Nullable [] content) {
        return content == null ? "" : new String(content, StandardCharsets.ISO_8859_1);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
    }

    private static byte @Nullable [] cut(byte @Nullable [] bytes, int longest) {
        return bytes == null || bytes.length <= longest ? bytes : Arrays.copyOf(bytes, longest);
    }
}
