package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.ChargeVoided;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Topics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Every case of billing through HTTP; {@code recount} and {@code reconcile} are content with the system that played them,
 * and with nothing that somebody changed.
 */
@ResourceLock(RunningSystem.NAME)
@ExtendWith(RunningSystem.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProofsIT {
    private static final int SAME = 0;
    private static final int DIFFERENT = 1;
    private static final String IN_FORCE =
            "SELECT LOWER(HEX(id)), amount FROM charge WHERE amount IS NOT NULL AND voided_at IS NULL";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path data;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private WholeSystem system;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Cars cars;

    @BeforeAll
    void bill(RunningSystem running) throws Exception {
        system = running.system();
        data = running.data();
        cars = new Cars(Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(3, ChronoUnit.HOURS), "-38.71959");
        int before = inForce();
        cars.stay(system, "HGL652", 0, 90);
        cars.stay(system, "JNR318", 60, 120);
        await().atMost(Duration.ofMinutes(3)).until(() -> inForce() == before + 2);
        cars.enter(system, "JNR318", 30); // late: the charge is voided and issued anew
        UUID open = cars.enter(system, "RTA904", 0);
        cars.enter(system, "AF731HC", 0);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> system.client.capture(open).has("stayId"));
        UUID stay = UUID.fromString(system.client.capture(open).path("stayId").asString());
        JsonNode quote = system.client.stay(stay);
        system.client.checkout(stay, Instant.parse(quote.path("quotedAt").asString()));
        await().atMost(Duration.ofMinutes(3)).until(() -> inForce() == before + 3);
        await().atMost(Duration.ofMinutes(3)).untilAsserted(new Invariants(system)::nothingIsBehind);
    }

    /** Nobody may go on with a system whose key is dropped. */
    @AfterAll
    void leaveNoneOfIt(RunningSystem running) {
        running.goOnAt(running.place("after-proofs"));
    }

    @Test
    @Order(0)
    void everyCaseOfBillingEndsAsItMust() {
        assertThat(Plateflow.commandLine().execute("bench", "billing", "--vehicles", "100", "--data", data.toString()))
                .isZero();
    }

    @Test
    @Order(1)
    void aHealthySystemIsAsItOughtToBe() {
        assertThat(recount()).isEqualTo(SAME);
        assertThat(reconcile()).isEqualTo(SAME);
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE total SET value = value + 1 WHERE measure = 'captures' AND day = '1000-01-01'
            DELETE FROM total WHERE measure = 'charged' AND day <> '1000-01-01'
            INSERT INTO total (measure, day, currency, value) VALUES ('paid', '2026-01-01', 'ARS', 1)
            UPDATE distinct_key SET n = n + 1 WHERE kind = 'plate' LIMIT 1
            DELETE FROM distinct_key WHERE kind = 'location' AND day = '1000-01-01'
            """)
    void anAggregateThatIsNotItsRowsIsFoundAndMended(String byHand) throws SQLException {
        assertThat(system.change(byHand)).isPositive();
        assertThat(recount()).isEqualTo(DIFFERENT);
        assertThat(run("recount", "--repair")).isEqualTo(SAME);
        assertThat(recount()).isEqualTo(SAME);
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE capture SET plate = 'ZZ999ZZ' WHERE plate = 'AF731HC' | UPDATE capture SET plate = 'AF731HC' WHERE plate = 'ZZ999ZZ'
            UPDATE charge SET amount = amount + 1 WHERE plate = 'HGL652' | UPDATE charge SET amount = amount - 1 WHERE plate = 'HGL652'
            """)
    void aRowThatSomebodyChangedIsFound(String byHand, String back) throws SQLException {
        assertThat(system.change(byHand)).isPositive();
        assertThat(recount()).isEqualTo(DIFFERENT);
        assertThat(system.change(back)).isPositive();
        assertThat(recount()).isEqualTo(SAME);
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE charge SET amount = amount + 0.01 WHERE plate = 'HGL652' | UPDATE charge SET amount = amount - 0.01 WHERE plate = 'HGL652'
            UPDATE charge SET voided_at = to_at WHERE plate = 'RTA904' | UPDATE charge SET voided_at = NULL WHERE plate = 'RTA904'
            UPDATE charge SET flags = 'CONFUSABLE' WHERE plate = 'RTA904' | UPDATE charge SET flags = '' WHERE plate = 'RTA904'
            """)
    void aChargeThatSomebodyChangedIsFound(String byHand, String back) throws SQLException {
        assertThat(system.change(byHand)).isPositive();
        assertThat(reconcile()).isEqualTo(DIFFERENT);
        assertThat(system.change(back)).isPositive();
        assertThat(reconcile()).isEqualTo(SAME);
    }

    @Test
    @Order(2)
    void aChargeWhosePlateWasErasedIsProvenByAllElse() throws SQLException {
        assertThat(system.change("UPDATE charge SET plate = 'qwertyuiop' WHERE plate = 'HGL652'"))
                .isPositive();
        assertThat(reconcile()).isEqualTo(SAME);
        assertThat(system.change("UPDATE charge SET amount = amount + 1 WHERE plate = 'qwertyuiop'"))
                .isPositive();
        assertThat(reconcile()).isEqualTo(DIFFERENT);
        assertThat(system.change("UPDATE charge SET amount = amount - 1, plate = 'HGL652' WHERE plate = 'qwertyuiop'"))
                .isPositive();
        assertThat(reconcile()).isEqualTo(SAME);
    }

    @Test
    @Order(3)
    void aChargeThatSomebodyElseThanBillingVoidedIsFoundThoughAllFiguresAgree() throws Exception {
        int before = inForce();
        ChargeIssued victim = oneInForce();
        ChargeVoided byHand =
                new ChargeVoided(victim.id(), victim.stayId(), victim.revision(), "recomputed", Instant.now());
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.CHARGES.name(),
                            victim.stayId().toString(),
                            Json.MAPPER.writeValueAsBytes((ChargeEvent) byHand)))
                    .get();
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> inForce() == before - 1);
        assertThat(recount()).isEqualTo(SAME);
        assertThat(reconcile()).isEqualTo(DIFFERENT);
    }

    /** The last: nothing is as it was afterwards. */
    @Test
    @Order(4)
    void aUniqueKeyThatSomebodyDroppedIsFoundOnceAPhotoComes() throws Exception {
        system.change("ALTER TABLE capture DROP PRIMARY KEY, ADD KEY dropped (id)");
        cars.enter(system, "GHT871", 150);
        await().atMost(Duration.ofMinutes(1)).until(() -> recount() == DIFFERENT);
    }

    private ChargeIssued oneInForce() throws SQLException {
        Set<String> inForce = system.rows(IN_FORCE).keySet();
        List<ChargeIssued> found = new ArrayList<>();
        Records.each(system.kafka(), Topics.CHARGES, record -> {
            if (Json.MAPPER.readValue(record.value(), ChargeEvent.class) instanceof ChargeIssued issued
                    && inForce.contains(issued.id().toString().replace("-", ""))) {
                found.add(issued);
            }
        });
        return found.get(0);
    }

    private int inForce() throws SQLException {
        return system.rows(IN_FORCE).size();
    }

    private int recount() {
        return run("recount");
    }

    private int reconcile() {
        return run("reconcile", "--patience", "PT0S");
    }

    private int run(String command, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = command;
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Plateflow.commandLine().execute(arguments);
    }
}
