package io.plateflow.stats.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import io.plateflow.embedded.TestMySql;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Settings;
import io.plateflow.stats.Story;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What analysts can ask in SQL, and that they can do nothing else. */
class ReaderIT extends RunningService {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Value("${spring.datasource.url}")
    @SuppressWarnings("NullAway.Init") // set by Spring
    private String url;

    @Autowired
    @SuppressWarnings("NullAway.Init") // set by Spring
    private ReaderViews views;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestMySql.Database account;

    @SuppressWarnings("NullAway.Init") // set before each test
    private JdbcClient reader;

    @BeforeEach
    void signInAsReader() {
        assertThat(views.keep()).isTrue();
        account = TestMySql.read(new TestMySql.Database(url, "", ""));
        reader = JdbcClient.create(new DriverManagerDataSource(account.jdbcUrl(), account.user(), account.password()));
    }

    @Test
    void everyColumnIsExplainedInTheDocuments() {
        Map<String, List<String>> columns = new TreeMap<>();
        reader.sql("SHOW TABLES")
                .query(String.class)
                .list()
                .forEach(view -> columns.put(
                        view, reader.sql("""
                                SELECT column_name FROM information_schema.columns
                                WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position
                                """).param(view).query(String.class).list()));
        assertThat(Documented.columns()).isEqualTo(columns);
    }

    @Test
    void everyQuestionInTheDocumentsHasAnAnswer() {
        assertThat(Documented.questions())
                .hasSizeGreaterThanOrEqualTo(14)
                .allSatisfy(question ->
                        assertThat(reader.sql(question).query().listOfRows()).isNotNull());
    }

    @Test
    void theOriginalQueriesSayWhatTheDashboardSays() throws Exception {
        Story story = Story.of("SQ100AA", Duration.ofHours(3));
        Story.send(TestKafka.bootstrap(), story.open());
        Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(Duration.ofMinutes(61))));
        awaitAllInRows();
        assertThat(number("SELECT COUNT(*) FROM patente"))
                .isEqualTo(json("/v1/stats/summary").at("/totalCaptures").asString());
        assertThat(number("SELECT COUNT(DISTINCT ubicacion) FROM patente"))
                .isEqualTo(json("/v1/stats/summary").at("/uniqueLocations").asString());
        assertThat(new BigDecimal(number("SELECT SUM(cobrar) FROM cobros")))
                .isEqualByComparingTo(
                        json("/v1/stats/summary").at("/charged/0/amount").asString());
        assertThat(reader.sql("SELECT * FROM patente WHERE patente = 'SQ100AA'")
                        .query()
                        .singleRow())
                .containsEntry("imagen", null)
                .containsEntry("ubicacion", "https://www.google.com/maps?q=-34.60373,-58.38157");
    }

    @Test
    void aChargeSaysItsStateAndWhatIsOwed() throws Exception {
        Story paid = Story.of("SQ200AA", Duration.ofHours(5));
        Story voided = Story.of("SQ200AB", Duration.ofHours(4));
        for (Story story : List.of(paid, voided)) {
            Story.send(TestKafka.bootstrap(), story.open());
            Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(Duration.ofMinutes(61))));
            awaitJson("/v1/charges/" + story.chargeId(), "/state", "ISSUED");
        }
        accepted("/v1/charges/" + paid.chargeId() + "/settlements", "{\"amount\":\"400.00\",\"method\":\"cash\"}");
        awaitJson("/v1/charges/" + paid.chargeId(), "/paid/amount", "400.00");
        Story.send(TestKafka.bootstrap(), voided.voided(1, "voided"));
        awaitJson("/v1/charges/" + voided.chargeId(), "/state", "VOIDED");

        String question = "SELECT CONCAT_WS(' ', state, amount, paid, balance, currency) FROM charges WHERE id = ?";
        assertThat(text(question, paid.chargeId().toString())).isEqualTo("ISSUED 1000.0000 400.0000 600.0000 ARS");
        assertThat(text(question, voided.chargeId().toString())).isEqualTo("VOIDED 1000.0000 0.0000 0.0000 ARS");
        assertThat(text("""
                        SELECT CONCAT_WS(' ', p.plate, p.amount, p.method, p.taken_by, s.number)
                        FROM payments p JOIN stay_captures s ON s.capture_bytes = p.capture_bytes WHERE s.stay = ?
                        """, paid.stayId().toString())).isEqualTo("SQ200AA 400.0000 cash operator 1");
        assertThat(text("SELECT DATE_FORMAT(from_local, '%Y-%m-%d %H:%i:%s') FROM stays WHERE plate = ?", "SQ200AA"))
                .isEqualTo(SHOWN.format(paid.seenAt().atZone(ZoneId.of("America/Argentina/Buenos_Aires"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM ${data}.capture",
                "SELECT password FROM ${data}.account",
                "SELECT * FROM ${data}.login_failure",
                "SELECT * FROM ${data}.audit",
                "SELECT * FROM ${data}.patente",
                "SELECT image FROM ${data}.capture_image",
                "SELECT * FROM mysql.user",
                "UPDATE captures SET plate = 'AA111AA'",
                "DELETE FROM charges",
                "INSERT INTO stay_captures (number) VALUES (1)",
                "DROP VIEW site",
                "CREATE TABLE mine (id INT)",
                "CREATE TEMPORARY TABLE mine (id INT)",
                "CREATE VIEW mine AS SELECT 1",
                "CREATE DATABASE plateflow_mine_read",
                "LOCK TABLES captures READ",
                "SHOW CREATE VIEW captures",
                "SELECT 1 INTO OUTFILE '/tmp/plateflow-reader'",
                "FLUSH TABLES",
                "SET GLOBAL max_connections = 1"
            })
    void refuses(String statement) {
        JdbcTemplate one =
                new JdbcTemplate(new DriverManagerDataSource(account.jdbcUrl(), account.user(), account.password()));
        assertThatThrownBy(() -> one.execute(statement.replace("${data}", data())))
                .rootCause()
                .hasMessageContaining("denied");
    }

    @Test
    void seesNoFileNoOtherSchemaAndNobodyElsesStatements() {
        assertThat(reader.sql("SELECT LOAD_FILE('/etc/passwd') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(reader.sql(
                                "SELECT DISTINCT table_schema FROM information_schema.tables WHERE table_schema NOT IN ('information_schema', 'performance_schema')")
                        .query(String.class)
                        .list())
                .allMatch(schema -> schema.endsWith("_read"));
        assertThat(reader.sql("SELECT DISTINCT user FROM information_schema.processlist")
                        .query(String.class)
                        .list())
                .containsExactly(account.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOR UPDATE", "LOCK IN SHARE MODE"})
    void locksNothing(String how) throws Exception {
        Story.send(
                TestKafka.bootstrap(), Story.of("SQ300AA", Duration.ofHours(2)).open());
        awaitAllInRows();
        try (Connection connection = signedIn();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String view : Documented.columns().keySet()) {
                try {
                    assertThat(statement.execute("SELECT * FROM " + view + " " + how))
                            .isTrue();
                } catch (SQLException refused) {
                    assertThat(refused.getMessage()).contains("denied");
                }
            }
            for (String table :
                    List.of("capture", "stay", "stay_capture", "charge", "settlement", "measure", "edition")) {
                // Others of the service lock a row for a moment.
                await(table)
                        .atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThatCode(() -> lock(table)).doesNotThrowAnyException());
            }
        }
    }

    @Test
    void aViewOfTheTableItselfWouldLock() throws Exception {
        Story.send(
                TestKafka.bootstrap(), Story.of("SQ400AA", Duration.ofHours(2)).open());
        awaitAllInRows();
        jdbc.sql("CREATE VIEW " + data() + "_read.plain AS SELECT * FROM capture")
                .update();
        try (Connection connection = signedIn();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(statement.execute("SELECT * FROM plain LOCK IN SHARE MODE"))
                    .isTrue();
            assertThatThrownBy(() -> lock("capture")).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.sql("DROP VIEW " + data() + "_read.plain").update();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"captures", "stays", "open_stays", "stay_captures", "payments", "quarters", "patente", "cobros"})
    void isAnsweredByTheTablesIndexes(String view) {
        assertThat(jdbc.sql("EXPLAIN SELECT * FROM " + data() + "_read." + view)
                        .query((row, n) -> row.getString("select_type"))
                        .list())
                .isNotEmpty()
                .noneMatch(type -> type.contains("DERIVED"));
    }

    @Test
    void theServiceRunsOnWhereItMayMakeNoViews() {
        ReaderViews unable = new ReaderViews(
                new JdbcConnectionDetails() {
                    @Override
                    public String getJdbcUrl() {
                        return account.jdbcUrl();
                    }

                    @Override
                    public String getUsername() {
                        return account.user();
                    }

                    @Override
                    public String getPassword() {
                        return account.password();
                    }
                },
                Settings.settings());
        assertThat(unable.keep()).isFalse();
        assertThat(unable.keep()).isFalse();
    }

    @Test
    void mayNotAskForLongNorOverTooManyConnections() throws Exception {
        if (text("SELECT CONCAT(VERSION(), ?)", "").contains("MariaDB")) {
            assertThat(number("SELECT @@max_statement_time")).startsWith("60");
        }
        assertThat(number("SELECT @@max_user_connections")).isEqualTo("10");
    }

    private String number(String question) {
        return reader.sql(question).query(String.class).single();
    }

    private String text(String question, String parameter) {
        return reader.sql(question).param(parameter).query(String.class).single();
    }

    private String data() {
        return jdbc.sql("SELECT DATABASE()").query(String.class).single();
    }

    private Connection signedIn() throws SQLException {
        return DriverManager.getConnection(account.jdbcUrl(), account.user(), account.password());
    }

    private void lock(String table) {
        jdbc.sql("SELECT * FROM " + table + " FOR UPDATE NOWAIT").query().listOfRows();
    }
}
