package io.plateflow.stats;

import com.zaxxer.hikari.HikariDataSource;
import io.plateflow.embedded.TestMySql;
import io.plateflow.stats.storage.PlateLooks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own with captures of years ago in ten zones, two of each plate; every twentieth is in an unpaid stay. */
public final class ManyRows implements AutoCloseable {
    /** Those that grow with the captures. */
    public static final Set<String> TABLES = Set.of("capture", "capture_image", "distinct_key", "plate_look");

    private final HikariDataSource database = new HikariDataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    public ManyRows(int captures) {
        TestMySql.Database fresh = TestMySql.fresh();
        database.setJdbcUrl(fresh.jdbcUrl() + "&rewriteBatchedStatements=true");
        database.setUsername(fresh.user());
        database.setPassword(fresh.password());
        database.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        Flyway.configure()
                .dataSource(database)
                .placeholders(Map.of("currency", "ARS"))
                .load()
                .migrate();
        List<Integer> digits = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        jdbc.execute("CREATE TABLE digit (d INT NOT NULL)");
        jdbc.batchUpdate(
                "INSERT INTO digit (d) VALUES (?)",
                digits.stream().map(d -> new Object[] {d}).toList());
        jdbc.execute("CREATE TABLE number (n INT NOT NULL PRIMARY KEY)");
        jdbc.update("""
                INSERT INTO number (n) SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d AS n
                FROM digit a, digit b, digit c, digit d, digit e HAVING n < ?
                """, captures);
        photograph();
        park();
        jdbc.execute("DROP TABLE number, digit");
        jdbc.execute("ANALYZE TABLE capture, capture_image, stay, stay_capture, charge, distinct_key, plate_look");
    }

    public HikariDataSource database() {
        return database;
    }

    public JdbcClient client() {
        return JdbcClient.create(database);
    }

    /** The plate of a capture and the next one, counted from 0. */
    public static String plate(int capture) {
        return "PU%05dZ".formatted(capture / 2);
    }

    private void photograph() {
        jdbc.update("""
                INSERT INTO capture (id, captured_at, local_day, received_at, latitude, longitude, place_source, time_source,
                  zone, location, content_type, width, height, bytes, sha256, key_id, priority, flags, status, end_attempt,
                  ended_at, observed, plate, confidence, reading)
                SELECT UNHEX(MD5(n)), TIMESTAMPADD(MINUTE, n, '2020-01-01'), DATE(TIMESTAMPADD(MINUTE, n, '2020-01-01')),
                  TIMESTAMPADD(MINUTE, n, '2020-01-01'), -34.6, -58.4, 'REQUEST', 'REQUEST', CONCAT('auto:', n % 10),
                  CONCAT('https://maps.example/', n % 100), 'image/jpeg', 640, 480, 1000, SHA2(n, 256), 'default', 'LIVE', '',
                  'READ', 1, TIMESTAMPADD(MINUTE, n, '2020-01-01'), CONCAT('PU', LPAD(FLOOR(n / 2), 5, '0'), 'Z'),
                  CONCAT('PU', LPAD(FLOOR(n / 2), 5, '0'), 'Z'), 0.9, '{"engine":"test"}'
                FROM number
                """);
        jdbc.update("INSERT INTO capture_image SELECT id, content_type, REPEAT('x', 1000) FROM capture");
        jdbc.update("""
                INSERT INTO distinct_key SELECT 'plate', local_day, plate, COUNT(*) FROM capture GROUP BY local_day, plate
                UNION ALL SELECT 'plate', '1000-01-01', plate, COUNT(*) FROM capture GROUP BY plate
                """);
        List<Object[]> looks = jdbc.queryForList("SELECT DISTINCT plate FROM capture", String.class).stream()
                .flatMap(plate -> PlateLooks.of(plate).stream().map(look -> new Object[] {look, plate}))
                .toList();
        jdbc.batchUpdate("INSERT INTO plate_look (variant, plate) VALUES (?, ?)", looks);
    }

    private void park() {
        String twentieth = "FROM capture c JOIN number ON c.id = UNHEX(MD5(n)) WHERE n % 20 = 0";
        Stream.of(
                        """
                        INSERT INTO stay (id, version, zone, plate, state, latitude, longitude, from_at, to_at, closed_by,
                          last_seen, tariff, flags, rules_version)
                        SELECT UNHEX(MD5(CONCAT('stay', n))), 1, zone, plate, 'CLOSED', latitude, longitude, captured_at,
                          captured_at, 'EXIT', captured_at, 'original@1', '', 1
                        """,
                        "INSERT INTO stay_capture (stay_id, place, capture_id) SELECT UNHEX(MD5(CONCAT('stay', n))), 0, c.id ",
                        """
                        INSERT INTO charge (id, stay_id, revision, zone, plate, first_capture, from_at, to_at, service_day,
                          amount, currency, price_lines, tariff, flags, capture_ids, posted_at)
                        SELECT UNHEX(MD5(CONCAT('charge', n))), UNHEX(MD5(CONCAT('stay', n))), 1, zone, plate, c.id,
                          captured_at, captured_at, local_day, 500, 'ARS', '[]', 'original@1', '', '[]', captured_at
                        """)
                .forEach(what -> jdbc.update(what + twentieth));
    }

    @Override
    public void close() {
        database.close();
    }
}
