package io.plateflow.stats.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.place.Circle;
import io.plateflow.domain.place.Confirm;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.embedded.TestMySql;
import io.plateflow.stats.audit.Audits;
import io.plateflow.stats.delivery.Delivery;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is published while the broker is away is sent once it is back, in order. */
@SuppressWarnings({"unchecked", "NullAway.Init"}) // a mock of a generic class; JUnit begins each test
class OutboxIT {
    private final List<ProducerRecord<String, byte[]>> taken = new ArrayList<>();
    private final KafkaTemplate<String, byte[]> kafka = mock(KafkaTemplate.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private JdbcClient jdbc;
    private Editions editions;
    private Press press;
    private Outbox outbox;
    private TransactionTemplate transactions;

    @BeforeEach
    void begin() {
        TestMySql.Database database = TestMySql.fresh();
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .placeholders(Map.of("currency", "ARS"))
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        JdbcTemplate template = new JdbcTemplate(source);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        editions = new Editions(jdbc);
        press = new Press(jdbc, template, transactions, editions, Audits.in(template));
        outbox = new Outbox(jdbc, template, transactions, new Delivery(kafka), meters);
        brokerIsBack();
    }

    @Test
    void sendsWhatWaitedForTheBrokerInOrder() {
        brokerIsAway();
        press.publish(Kind.TARIFF, tariff("600.00"), "ana", null);
        press.publish(Kind.TARIFF, tariff("700.00"), "ana", null);
        outbox.send();
        assertThat(sentAt()).containsExactly(false, false);
        assertThat(meters.get("plateflow.stats.versions.unsent").gauge().value())
                .isEqualTo(2);

        brokerIsBack();
        outbox.send();
        outbox.send();

        assertThat(taken).map(ProducerRecord::key).containsExactly("original@2", "original@3");
        assertThat(sentAt()).containsExactly(true, true);
        assertThat(meters.get("plateflow.stats.versions.unsent").gauge().value())
                .isZero();
        TariffVersion sent = Json.MAPPER.readValue(taken.get(1).value(), TariffVersion.class);
        assertThat(sent)
                .isEqualTo(
                        editions.newest(Kind.TARIFF, "original").orElseThrow().body());
    }

    @Test
    void holdsBackWhatComesAfterTheOneThatFailed() {
        press.publish(Kind.TARIFF, tariff("600.00"), "ana", null);
        press.publish(Kind.TARIFF, tariff("700.00"), "ana", null);
        press.publish(Kind.TARIFF, tariff("800.00"), "ana", null);
        doAnswer(call -> CompletableFuture.failedFuture(new TimeoutException("away")))
                .when(kafka)
                .send(argThat((ProducerRecord<String, byte[]> r) ->
                        r != null && r.key().equals("original@3")));

        outbox.send();

        assertThat(sentAt()).containsExactly(true, false, false);
    }

    @Test
    void stampsAZoneThatWaitedWhenItIsSent() {
        Zone zone = press.publish(Kind.ZONE, zone(), "ana", null).edition().body();
        Instant stale = zone.publishedAt().minus(Outbox.FRESH).minusSeconds(1);
        jdbc.sql("UPDATE edition SET published_at = :stale")
                .param("stale", Columns.utc(stale))
                .update();
        Instant before = Instant.now().minusMillis(1);
        outbox.send();

        Zone sent = Json.MAPPER.readValue(taken.get(0).value(), Zone.class);
        assertThat(sent.publishedAt()).isAfterOrEqualTo(before);
        assertThat(sent.as(1, zone.publishedAt())).isEqualTo(zone);
        Edition<Zone> kept = editions.newest(Kind.ZONE, "plaza").orElseThrow();
        assertThat(kept.body()).isEqualTo(sent);
        assertThat(kept.publishedAt()).isEqualTo(sent.publishedAt());
    }

    @Test
    void letsOneInstanceSendAtATime() {
        press.publish(Kind.TARIFF, tariff("600.00"), "ana", null);
        transactions.executeWithoutResult(other -> {
            jdbc.sql("SELECT name FROM edition_lock WHERE name = 'outbox' FOR UPDATE")
                    .query(String.class)
                    .single();
            CompletableFuture.runAsync(outbox::send).join();
        });
        assertThat(taken).isEmpty();
        outbox.send();
        assertThat(taken).hasSize(1);
    }

    private void brokerIsAway() {
        when(kafka.send(any(ProducerRecord.class)))
                .thenReturn(CompletableFuture.failedFuture(new TimeoutException("no broker")));
    }

    private void brokerIsBack() {
        when(kafka.send(any(ProducerRecord.class))).thenAnswer(call -> {
            taken.add(call.getArgument(0));
            return CompletableFuture.completedFuture(null);
        });
    }

    private List<Boolean> sentAt() {
        return jdbc.sql("SELECT sent_at IS NOT NULL FROM edition ORDER BY seq")
                .query(Boolean.class)
                .list();
    }

    private static TariffVersion tariff(String price) {
        Tariff o = Tariff.ORIGINAL;
        return new TariffVersion(
                Instant.EPOCH,
                new Tariff(
                        o.id(),
                        1,
                        Tariff.Kind.PASSAGE,
                        o.currency(),
                        o.timeZone(),
                        null,
                        o.grace(),
                        o.graceMode(),
                        o.per(),
                        List.of(),
                        List.of(),
                        null,
                        o.holidays(),
                        List.of(),
                        o.rounding(),
                        new BigDecimal(price)));
    }

    private static Zone zone() {
        return new Zone(
                "plaza",
                1,
                Instant.EPOCH,
                Mode.SIGHTINGS,
                new Circle(new Coordinates(-34.6, -58.38), 80),
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                Duration.ofDays(30),
                Confirm.UNSURE,
                "original",
                ZoneId.of("America/Argentina/Buenos_Aires"));
    }
}
