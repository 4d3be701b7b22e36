package io.plateflow.stats.retention;

import static io.plateflow.stats.storage.Columns.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plateflow.contracts.StayRecord;
import io.plateflow.domain.plate.Plate;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import io.plateflow.stats.materialise.Recount;
import io.plateflow.stats.query.Freshness;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** What was kept long enough goes, what a claim may need stays, no figure moves, and nothing comes back. */
@DirtiesContext
class PurgerIT extends RunningService {
    private static final Duration PHOTOS_OVER = Duration.ofDays(91);
    private static final Duration CAPTURES_OVER = Duration.ofDays(181);

    @Autowired
    List<Deletion> deletions;

    @Autowired
    Due due;

    @Autowired
    Freshness freshness;

    @Autowired
    Kept kept;

    @Autowired
    Purger purger;

    @Test
    void deletesPhotosAfterNinetyDaysButNotThoseThatAClaimMayNeed() throws Exception {
        Story young = Story.of("RP100AA", Duration.ofDays(89));
        Story open = Story.of("RP101AA", PHOTOS_OVER);
        Story dropped = Story.of("RP102AA", PHOTOS_OVER);
        Story unpaid = Story.of("RP103AA", PHOTOS_OVER);
        Story paid = Story.of("RP104AA", PHOTOS_OVER);
        Story contested = Story.of("RP105AA", PHOTOS_OVER);
        Story alone = Story.of("RP106AA", PHOTOS_OVER);
        for (Story story : List.of(young, open, dropped, unpaid, paid, contested)) {
            send(story.open());
        }
        send(dropped.dropped());
        send(alone.open().subList(0, 2));
        for (Story story : List.of(young, unpaid, paid, contested)) {
            send(story.end(story.seenAt().plusSeconds(1800)));
        }
        awaitAllInRows();
        for (Story story : List.of(paid, contested)) {
            awaitJson("/v1/charges/" + story.chargeId(), "/balance/amount", "500.00");
            accepted("/v1/charges/" + story.chargeId() + "/settlements", """
                    {"amount": {"amount": "500.00", "currency": "ARS"}, "method": "cash"}""");
        }
        send(contested.flagged(9, StayRecord.State.CLOSED, contested.seenAt().plusSeconds(1800), Set.of("DISPUTED")));
        for (Story story : List.of(paid, contested)) {
            awaitJson("/v1/charges/" + story.chargeId(), "/balance/amount", "0.00");
        }
        awaitAllInRows();
        round();

        assertThat(Stream.of(young, open, unpaid, contested))
                .allSatisfy(s -> assertThat(photo(s)).isEqualTo("200"));
        assertThat(Stream.of(dropped, paid, alone))
                .allSatisfy(s -> assertThat(photo(s)).isEqualTo("410 photo_deleted"));
        assertThat(refusal(ask(path(paid) + "/image/shared"))).isEqualTo("410 photo_deleted");
        assertThat(json(path(paid)).at("/photoDeletedAt").asString()).isNotEmpty();
        assertThat(json(path(paid)).at("/plate/effective").asString()).isEqualTo("RP104AA");
        JsonNode stored = json("/v1/system").path("stored");
        assertThat(stored.path("photosDeleted").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(Instant.parse(stored.path("oldestPhotoAt").asString()))
                .isBefore(Instant.now().minus(Duration.ofDays(90)));
    }

    @Test
    void deletesWhatTellsOfAVehicleThatNeverStayedAndKeepsEveryFigure() throws Exception {
        Story once = Story.of("RC200AA", CAPTURES_OVER);
        Story twice = Story.of("RC201AA", CAPTURES_OVER);
        Story stayed = Story.of("RC201AA", CAPTURES_OVER.minusSeconds(60));
        for (Story story : List.of(once, twice)) {
            send(story.open().subList(0, 2));
        }
        send(once.corrected(1, new Plate("RC202AA")));
        send(stayed.open());
        send(stayed.dropped());
        awaitAllInRows();
        awaitJson(path(once), "/plate/effective", "RC202AA");
        Map<String, BigDecimal> before = Recount.aggregates(jdbc);
        round();
        round();

        assertThat(found("RC202AA")).isEmpty();
        assertThat(found("RC201AA")).containsExactly(stayed.captureId().toString());
        JsonNode gone = json(path(once));
        assertThat(gone.path("status").asString()).isEqualTo("READ");
        assertThat(gone.path("plate").isMissingNode()).isTrue();
        assertThat(gone.path("deletedAt").asString()).isNotEmpty();
        assertThat(inClear("RC200AA") + inClear("RC202AA")).isZero();
        assertThat(json(path(stayed)).at("/plate/effective").asString()).isEqualTo("RC201AA");
        assertThat(Recount.aggregates(jdbc)).isEqualTo(before);
        assertThat(Recount.ofRows(jdbc)).isEqualTo(before);

        send(once.open().subList(0, 2));
        send(once.corrected(2, new Plate("RC202AA")));
        send(twice.open().subList(0, 2));
        awaitAllInRows();
        assertThat(Recount.aggregates(jdbc)).isEqualTo(before);
        assertThat(Recount.ofRows(jdbc)).isEqualTo(before);
        assertThat(photo(once)).isEqualTo("410 photo_deleted");
        assertThat(inClear("RC200AA") + inClear("RC202AA")).isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM capture_image WHERE capture_id = :id")
                        .param("id", bytes(once.captureId()))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(refusal(send(
                        "PATCH", path(once) + "/plate", "operator", "", "{\"plate\":\"RC300AA\",\"reason\":\"seen\"}")))
                .startsWith("409 ");
    }

    @Test
    void deletesEachOnceThoughTwoInstancesDoSoAtOnce() throws Exception {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            records.addAll(
                    Story.of("RT%03dAA".formatted(i), CAPTURES_OVER).open().subList(0, 2));
        }
        send(records);
        awaitAllInRows();
        Map<String, BigDecimal> before = Recount.aggregates(jdbc);
        JsonNode stored = json("/v1/system").path("stored");
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Callable<List<Integer>> one = () -> round(another());
                for (var done : threads.invokeAll(List.of(one, one))) {
                    steps.addAll(done.get());
                }
            } finally {
                threads.shutdownNow();
            }
        }
        JsonNode after = json("/v1/system").path("stored");
        assertThat(steps).allSatisfy(deleted -> assertThat(deleted).isLessThanOrEqualTo(1_000));
        assertThat(after.path("photosDeleted").asLong()
                        - stored.path("photosDeleted").asLong())
                .isGreaterThanOrEqualTo(500)
                .isEqualTo(after.path("capturesDeleted").asLong()
                        - stored.path("capturesDeleted").asLong());
        assertThat(Recount.aggregates(jdbc)).isEqualTo(before);
        assertThat(Recount.ofRows(jdbc)).isEqualTo(before);
    }

    @Test
    void keepsThingsForAsLongAsTheirZoneSays() throws Exception {
        String zone = """
                {"mode":"SIGHTINGS","shape":{"circle":{"latitude":1,"longitude":1,"radiusMeters":9}},"tariff":"original",
                 "photosKept":"%s"%s}""";
        assertThat(send("PUT", "/v1/zones/kept-short", "admin", "", zone.formatted("P7D", ",\"capturesKept\":\"P8D\""))
                        .statusCode())
                .isBetween(200, 202);
        assertThat(send("PUT", "/v1/zones/kept-long", "admin", "", zone.formatted("P400D", ""))
                        .statusCode())
                .isBetween(200, 202);
        assertThat(Stream.of("kept-short", "kept-long", "auto:69y7p").map(kept::photos))
                .containsExactly(Duration.ofDays(7), Duration.ofDays(400), Duration.ofDays(90));
        assertThat(Stream.of("kept-short", "kept-long", "auto:69y7p").map(kept::captures))
                .containsExactly(Duration.ofDays(8), Duration.ofDays(400), Duration.ofDays(180));
        assertThat(refusal(send(
                        "PUT", "/v1/zones/kept-odd", "admin", "", zone.formatted("P9D", ",\"capturesKept\":\"P8D\""))))
                .isEqualTo("422 kept_shorter");
    }

    private Purger another() {
        return new Purger(deletions, due, freshness, new SimpleMeterRegistry());
    }

    private void round() {
        round(purger);
    }

    private static List<Integer> round(Purger purger) {
        List<Integer> deleted = new ArrayList<>();
        purger.begin(Instant.now());
        while (purger.todo() > 0) {
            deleted.add(purger.step());
        }
        return deleted;
    }

    private static void send(List<ProducerRecord<String, byte[]>> records) throws Exception {
        Story.send(TestKafka.bootstrap(), records);
    }

    private static String path(Story story) {
        return "/v1/captures/" + story.captureId();
    }

    private String photo(Story story) throws Exception {
        var answer = ask(path(story) + "/image");
        return answer.statusCode() == 200 ? "200" : refusal(answer);
    }

    private List<String> found(String plate) throws Exception {
        return json("/v1/captures?plate=" + plate)
                .path("items")
                .valueStream()
                .map(c -> c.path("id").asString())
                .toList();
    }

    /** Rows of captures' own tables that name a plate. */
    private long inClear(String plate) {
        return jdbc.sql("""
                SELECT (SELECT COUNT(*) FROM capture WHERE plate = :plate OR observed = :plate OR reading LIKE :part)
                  + (SELECT COUNT(*) FROM distinct_key WHERE kind = 'plate' AND name = :name)
                  + (SELECT COUNT(*) FROM plate_look WHERE plate = :plate)
                  + (SELECT COUNT(*) FROM correction WHERE plate = :plate)
                """)
                .param("plate", plate)
                .param("part", "%" + plate + "%")
                .param("name", plate.getBytes(StandardCharsets.US_ASCII))
                .query(Long.class)
                .single();
    }
}
