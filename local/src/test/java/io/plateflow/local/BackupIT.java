package io.plateflow.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Topics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** People are billed by it: what is restored into an empty directory is the same money, and goes on being counted. */
@ResourceLock(RunningSystem.NAME)
@ExtendWith(RunningSystem.Shared.class)
class BackupIT {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String TABLES = """
            SELECT table_name, 1 FROM information_schema.tables
            WHERE table_schema = 'plateflow' AND table_type = 'BASE TABLE' ORDER BY table_name
            """;
    private static final String IN_FORCE = """
            SELECT CONCAT(plate, ' ', revision, ' ', from_at), ROUND(amount, 2) FROM charge
            WHERE amount IS NOT NULL AND voided_at IS NULL AND plate IN ('NDA275', 'AG504RT', 'LXH964')
            """;

    @Test
    void aRestoredSystemHasAllItsRowsAndGoesOnBillingWithoutSayingAnythingTwice(RunningSystem running)
            throws Exception {
        Cars cars = new Cars(Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(3, ChronoUnit.HOURS), "-24.78213");
        WholeSystem original = running.system();
        cars.enter(original, "NDA275", 0);
        cars.stay(original, "AG504RT", 0, 90);
        cars.stay(original, "LXH964", 60, 120);
        await().atMost(LONG).until(() -> inForce(original).size() == 2);
        cars.enter(original, "LXH964", 30); // late: the charge is voided and issued anew for the longer stay
        await().atMost(LONG).until(() -> voided(original) == 1);
        awaitIdle(original);
        Map<String, String> rows = rows(original);
        Map<String, String> inForce = inForce(original);
        List<String> said = said(original);
        long captures = captures(original);
        assertThat(inForce).hasSize(2);

        Path backup = running.place("backup.zip");
        Path restored = running.place("restored");
        Backup.write(running.stop(), backup);
        Restore.read(backup, restored);
        running.goOnAt(restored);

        WholeSystem system = running.system();
        awaitIdle(system);
        assertThat(rows(system)).isEqualTo(rows);
        new Invariants(system).figuresEqualARecount();

        UUID repeated = cars.leave(system, "AG504RT", 90);
        cars.leave(system, "NDA275", 150);
        await().atMost(LONG).until(() -> inForce(system).size() == 3);
        awaitIdle(system);
        assertThat(inForce(system)).containsAllEntriesOf(inForce);
        assertThat(captures(system)).isEqualTo(captures + 1);
        assertThat(system.client.capture(repeated).path("status").asString()).isEqualTo("READ");
        assertThat(said(system)).containsAll(said).hasSize(said.size() + 1);
        Invariants invariants = new Invariants(system);
        invariants.noStayIsChargedTwice();
        invariants.figuresEqualARecount();
    }

    private static void awaitIdle(WholeSystem system) {
        Invariants invariants = new Invariants(system);
        await().atMost(LONG).untilAsserted(invariants::nothingIsBehind);
    }

    /** A checksum of all rows, by table. */
    private static Map<String, String> rows(WholeSystem system) throws SQLException {
        String tables = String.join(", ", system.rows(TABLES).keySet());
        return system.rows("CHECKSUM TABLE " + tables + " EXTENDED");
    }

    private static Map<String, String> inForce(WholeSystem system) throws SQLException {
        return system.rows(IN_FORCE);
    }

    private static long voided(WholeSystem system) throws SQLException {
        return system.rows("SELECT LOWER(HEX(id)), 1 FROM charge WHERE voided_at IS NOT NULL AND plate = 'LXH964'")
                .size();
    }

    private static long captures(WholeSystem system) throws SQLException {
        return Long.parseLong(
                system.rows("SELECT 'captures', COUNT(*) FROM capture").get("captures"));
    }

    /** Everything that billing ever said of charges. */
    private static List<String> said(WholeSystem system) {
        List<String> said = new ArrayList<>();
        Records.each(
                system.kafka(),
                Topics.CHARGES,
                event -> said.add(event.key() + " " + new String(event.value(), UTF_8)));
        return said;
    }
}
