package io.plateflow.stats.erasure;

import static io.plateflow.stats.storage.Columns.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Json;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import io.plateflow.stats.materialise.ErasedRows;
import io.plateflow.stats.materialise.Recount;
import io.plateflow.stats.retention.CountedPlates;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** An erasure is finished though it is killed at any step, and is one however often it is asked for at once. */
class ResumedIT extends RunningService {
    private static final int CAPTURES = 450;

    @Autowired
    ScheduledAnnotationBeanPostProcessor schedules;

    @Autowired
    Eraser eraser;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    ErasedRows rows;

    @Autowired
    CountedPlates plates;

    @Autowired
    Mentions mentions;

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Ends each transaction with the process: one before it commits, the next one after. */
    private static final class Mortal extends TransactionTemplate {
        private static final long serialVersionUID = 1;
        private int lives;

        Mortal(PlatformTransactionManager manager) {
            super(manager);
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            boolean commits = lives++ % 2 == 1;
            super.execute(transaction -> {
                T done = action.doInTransaction(transaction);
                if (!commits) {
                    throw new Killed();
                }
                return done;
            });
            throw new Killed();
        }
    }

    @Test
    void goesOnWhereItWasKilledAndNoFigureIsEverWrong() throws Exception {
        sighted("ES100AA", CAPTURES);
        Map<String, BigDecimal> aggregates = Recount.aggregates(jdbc);
        // The service's own eraser stands still: this is about the one that is killed.
        schedules.postProcessBeforeDestruction(eraser, "eraser");
        try {
            diesAtEveryStep(aggregates);
        } finally {
            schedules.postProcessAfterInitialization(eraser, "eraser");
        }
    }

    private void diesAtEveryStep(Map<String, BigDecimal> aggregates) throws Exception {
        UUID id = asked("ES100AA", "");
        ErasingSteps mortal = new ErasingSteps(new Mortal(manager), jdbc, rows, plates, mentions);
        Set<Long> left = new HashSet<>();
        int deaths = 0;
        while (!isDone(id)) {
            try {
                mortal.step(id);
            } catch (Killed killed) {
                deaths++;
            }
            left.add(jdbc.sql("SELECT COUNT(*) FROM capture WHERE plate = 'ES100AA'")
                    .query(Long.class)
                    .single());
            // On the way a day may have both the plate and what stands for it, and counts two.
            assertThat(Recount.aggregates(jdbc)).isEqualTo(Recount.ofRows(jdbc));
        }
        assertThat(Recount.aggregates(jdbc)).isEqualTo(aggregates);
        assertThat(left).containsExactlyInAnyOrder(450L, 250L, 50L, 0L);
        assertThat(deaths).isGreaterThan(10);
        assertThat(new Everywhere(jdbc).has("ES100AA")).isEmpty();
        assertThat(jdbc.sql("SELECT captures FROM erasure WHERE id = :id")
                        .param("id", bytes(id))
                        .query(Integer.class)
                        .single())
                .isEqualTo(CAPTURES);
    }

    @Test
    void isOneThoughItIsAskedForTwiceAtOnce() throws Exception {
        sighted("ES200AA", 20);
        List<UUID> ids = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<UUID> again = () -> asked("ES200AA", "one");
            Callable<UUID> another = () -> asked("ES200AA", "");
            for (Future<UUID> one : threads.invokeAll(List.of(again, another, again, another))) {
                ids.add(one.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ids.get(0)).isEqualTo(ids.get(2));
        assertThat(new HashSet<>(ids)).hasSize(3);
        await().atMost(Duration.ofSeconds(30)).until(() -> ids.stream().allMatch(this::isDone));
        assertThat(jdbc.sql("SELECT DISTINCT alias FROM erasure WHERE id IN (:ids)")
                        .param("ids", ids.stream().map(id -> bytes(id)).toList())
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(new Everywhere(jdbc).has("ES200AA")).isEmpty();
        assertThat(Recount.aggregates(jdbc)).isEqualTo(Recount.ofRows(jdbc));
    }

    private boolean isDone(UUID id) {
        return jdbc.sql("SELECT done_at IS NOT NULL FROM erasure WHERE id = :id")
                .param("id", bytes(id))
                .query(Boolean.class)
                .single();
    }

    private void sighted(String plate, int captures) throws Exception {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < captures; i++) {
            records.addAll(Story.of(plate, Duration.ofHours(2 + i % 60)).open().subList(0, 2));
        }
        Story.send(TestKafka.bootstrap(), records);
        awaitAllInRows();
    }

    private UUID asked(String plate, String key) throws Exception {
        HttpResponse<byte[]> answer =
                send("POST", "/v1/erasures", "admin", key, "{\"plate\":\"%s\",\"reason\":\"asked\"}".formatted(plate));
        assertThat(answer.statusCode()).isEqualTo(202);
        return UUID.fromString(Json.MAPPER.readTree(answer.body()).path("id").asString());
    }
}
