package io.plateflow.stats.erasure;

import static io.plateflow.stats.storage.Columns.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.plate.Plate;
import io.plateflow.stats.Story;
import io.plateflow.stats.materialise.Recount;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Who asks to be forgotten is, up to then and for good; what a claim needs is refused, each by its name. */
@DirtiesContext
class ErasureIT extends ErasingService {
    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Test
    void refusesWhileAClaimNeedsTheVehiclesDataAndNamesEach() throws Exception {
        Story story = Story.of("ER100AA", Duration.ofHours(3));
        Story other = Story.of("ER100AA", Duration.ofHours(30));
        send(story.open());
        send(other.open());
        send(other.end(other.seenAt().plusSeconds(1800)));
        awaitJson("/v1/stays/" + story.stayId(), "/state", "OPEN");
        awaitJson("/v1/charges/" + other.chargeId(), "/balance/amount", "500.00");
        assertThat(against(erase("ER100AA")))
                .containsExactly(
                        "stay_unfinished stays/" + story.stayId(), "charge_unsettled charges/" + other.chargeId());
        assertThat(against(eraseCapture(story))).containsExactly("stay_unfinished stays/" + story.stayId());

        send(story.end(story.seenAt().plusSeconds(1800)));
        awaitJson("/v1/charges/" + story.chargeId(), "/balance/amount", "500.00");
        awaitJson("/v1/stays/" + story.stayId(), "/state", "CLOSED");
        assertThat(against(erase("er 100 aa")))
                .containsExactlyInAnyOrder(
                        "charge_unsettled charges/" + other.chargeId(), "charge_unsettled charges/" + story.chargeId());
        JsonNode preview = body(erase("?dryRun=true", "ER100AA"));
        assertThat(preview.path("needed")).hasSize(2);
        assertThat(preview.path("captures").asInt()).isEqualTo(2);

        pay(story);
        pay(other);
        send(story.flagged(9, StayRecord.State.CLOSED, story.seenAt().plusSeconds(1800), Set.of("DISPUTED")));
        awaitJson("/v1/charges/" + story.chargeId(), "/disputed", "true");
        assertThat(against(erase("ER100AA"))).containsExactly("charge_disputed charges/" + story.chargeId());
        assertThat(found("ER100AA")).hasSize(2);

        send(story.flagged(10, StayRecord.State.CLOSED, story.seenAt().plusSeconds(1800), Set.of()));
        awaitJson("/v1/charges/" + story.chargeId(), "/disputed", "false");
        erased("ER100AA");
        assertThat(found("ER100AA")).isEmpty();
        assertThat(refusal(send("POST", "/v1/erasures", "admin", "", "{\"reason\":\"asked\"}")))
                .isEqualTo("422 subject_unclear");
        assertThat(refusal(send("POST", "/v1/erasures", "admin", "", "{\"plate\":\"ER100AA\"}")))
                .isEqualTo("422 reason_missing");
    }

    @Test
    void forgetsAPlateForGoodAndKeepsEveryFigure() throws Exception {
        Story first = Story.of("ER200AA", Duration.ofHours(3));
        Story misread = Story.of("ER201AA", Duration.ofHours(26));
        Story other = Story.of("ER200AB", Duration.ofHours(5));
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>(first.open());
        all.addAll(first.end(first.seenAt().plusSeconds(1800)));
        all.addAll(misread.open().subList(0, 2));
        all.addAll(misread.corrected(1, new Plate("ER200AA")));
        all.add(new ProducerRecord<>(
                Topics.STAYS.name(), "odd", "{\"plate\":\"ER200AA\"".getBytes(StandardCharsets.UTF_8)));
        send(all);
        send(other.open().subList(0, 2));
        awaitJson(path(misread), "/plate/effective", "ER200AA");
        awaitJson("/v1/charges/" + first.chargeId(), "/balance/amount", "500.00");
        pay(first);
        awaitAllInRows();
        jdbc.sql("""
                UPDATE capture SET declared_plate = 'er 200-aa', source = 'behind ER-200-AA',
                  reading = REPLACE(reading, 'AB123CO', 'ER200AA') WHERE id = :id
                """).param("id", bytes(other.captureId())).update();
        assertThat(Set.copyOf(everywhere("ER200AA")))
                .contains("capture.plate", "capture.reading", "capture.declared_plate", "capture.source", "stay.plate")
                .contains("charge.plate", "distinct_key.name", "plate_look.plate", "poison_record.content")
                .contains("settlement.reference", "decision.command");
        Map<String, BigDecimal> aggregates = Recount.aggregates(jdbc);

        JsonNode erasure = erased("ER200AA");
        String alias = erasure.path("alias").asString();
        assertThat(alias).matches("[a-z]{10}");
        assertThat(erasure.path("captures").asInt()).isEqualTo(2);
        assertThat(erasure.path("reason").asString()).isEqualTo("the owner of " + alias + " asked");
        assertThat(everywhere("ER200AA")).isEmpty();
        assertThat(everywhere("ER201AA")).isEmpty();
        assertForgotten(first, first, alias);
        assertForgotten(misread, first, alias);
        assertThat(new String(
                        ask("/v1/charges/" + first.chargeId() + "/statement").body(), StandardCharsets.UTF_8))
                .contains("class=\"plate\">patente borrada<", "ab".repeat(32));
        assertThat(json(path(other)).at("/plate/effective").asString()).isEqualTo("ER200AB");
        assertThat(json(path(other)).path("source").asString()).isEqualTo("behind " + alias);
        assertThat(ask(path(other) + "/image").statusCode()).isEqualTo(200);
        assertThat(Recount.aggregates(jdbc)).isEqualTo(aggregates);
        assertThat(body(send("GET", "/v1/audit?action=ERASED&plate=ER200AA", "admin", "", ""))
                        .path("items"))
                .hasSize(1);
        for (String search :
                List.of(alias, alias + "&match=prefix", "*" + alias.substring(2, 7) + "*&match=wildcard")) {
            assertThat(json("/v1/stays?plate=" + search).path("items")).isEmpty();
        }
        readAgain();
        assertThat(everywhere("ER200AA")).isEmpty();
        assertForgotten(first, first, alias);
        assertThat(Recount.aggregates(jdbc)).isEqualTo(aggregates);
        assertThat(Recount.ofRows(jdbc)).isEqualTo(aggregates);
    }

    @Test
    void erasesWhatComesLateAndBillsLaterVisitsAsAnyones() throws Exception {
        Story known = Story.of("ER400AA", Duration.ofHours(3));
        send(known.open().subList(0, 2));
        awaitAllInRows();
        String alias = erased("ER400AA").path("alias").asString();

        Story late = Story.of("ER400AA", Duration.ofHours(2));
        Story misread = Story.of("ER401AA", Duration.ofHours(2));
        Story later = Story.of("ER400AA", Duration.ofMinutes(-2));
        send(late.open());
        send(misread.open().subList(0, 2));
        awaitAllInRows();
        String open = "/v1/stays/" + late.stayId();
        String quote = "{\"at\":\"%s\"}".formatted(json(open).path("quotedAt").asString());
        assertThat(refusal(send("POST", open + "/checkout", "operator", "", quote)))
                .isEqualTo("409 plate_erased");
        send(late.end(late.seenAt().plusSeconds(60)));
        send(misread.corrected(1, new Plate("ER400AA")));
        awaitAllInRows();
        assertThat(everywhere("ER400AA")).isEmpty();
        assertThat(everywhere("ER401AA")).isEmpty();
        assertForgotten(late, late, alias);
        assertForgotten(misread, late, alias);
        assertThat(refusal(send(
                        "PATCH", path(late) + "/plate", "operator", "", "{\"plate\":\"ER400AA\",\"reason\":\"seen\"}")))
                .isEqualTo("409 capture_deleted");

        send(later.open());
        awaitAllInRows();
        assertThat(found("ER400AA")).containsExactly(later.captureId().toString());
        assertThat(json("/v1/stays/" + later.stayId()).path("plate").asString()).isEqualTo("ER400AA");
        assertThat(ask(path(later) + "/image").statusCode()).isEqualTo(200);
        assertThat(Recount.aggregates(jdbc)).isEqualTo(Recount.ofRows(jdbc));
        List<String> ofLater = everywhere("ER400AA");
        Set<String> figures = Recount.aggregates(jdbc).keySet();

        for (String table : List.of(
                "capture",
                "capture_image",
                "stay",
                "stay_capture",
                "charge",
                "decision",
                "settlement",
                "correction",
                "poison_record",
                "distinct_key",
                "plate_look",
                "total",
                "measure",
                "carried_over")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        readAgain();
        assertForgotten(known, late, alias);
        assertThat(everywhere("ER400AA")).isEqualTo(ofLater);
        assertThat(found("ER400AA")).containsExactly(later.captureId().toString());
        assertThat(Recount.aggregates(jdbc)).isEqualTo(Recount.ofRows(jdbc));
        assertThat(Recount.aggregates(jdbc).keySet()).isEqualTo(figures);
    }

    @Test
    void forgetsPhotosOfItsStaysThatWereReadAsAnotherPlateToo() throws Exception {
        Story story = Story.of("ER500AA", Duration.ofHours(3));
        Story exit = story.seenAgain(UUID.randomUUID(), "ER5OOAA");
        send(story.open());
        send(exit.open().subList(0, 2));
        send(story.end(story.seenAt().plusSeconds(1800)));
        awaitJson("/v1/charges/" + story.chargeId(), "/balance/amount", "500.00");
        pay(story);
        awaitAllInRows();
        jdbc.sql("INSERT INTO stay_capture (stay_id, place, capture_id) VALUES (:stay, 1, :capture)")
                .param("stay", bytes(story.stayId()))
                .param("capture", bytes(exit.captureId()))
                .update();
        assertThat(body(erase("?dryRun=true", "ER500AA")).path("captures").asInt())
                .isEqualTo(2);
        JsonNode erasure = erased("ER500AA");
        assertThat(erasure.path("captures").asInt()).isEqualTo(2);
        assertThat(everywhere("ER5OOAA")).isEmpty();
        assertForgotten(exit, story, erasure.path("alias").asString());

        Story late = Story.of("ER500AA", Duration.ofHours(4));
        Story before = late.seenAgain(UUID.randomUUID(), "ER5O0AA");
        Story after = late.seenAgain(UUID.randomUUID(), "ER50OAA");
        send(before.open().subList(0, 2));
        awaitAllInRows();
        send(late.withCaptures(2, before.captureId(), after.captureId()));
        awaitAllInRows();
        send(after.open().subList(0, 2));
        send(late.open().subList(0, 2));
        awaitAllInRows();
        for (Story one : List.of(late, before, after)) {
            assertThat(everywhere(one.plate().text())).isEmpty();
            assertThat(refusal(ask(path(one) + "/image"))).isEqualTo("410 photo_deleted");
        }
        assertThat(Recount.aggregates(jdbc)).isEqualTo(Recount.ofRows(jdbc));
    }

    /** That its photo and reading are gone, and an alias stands for it in the stay and charge of {@code stayed}. */
    private void assertForgotten(Story capture, Story stayed, String alias) throws Exception {
        assertThat(json(path(capture)).path("status").asString()).isEqualTo("READ");
        assertThat(json(path(capture)).has("plate")).isFalse();
        assertThat(refusal(ask(path(capture) + "/image"))).isEqualTo("410 photo_deleted");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM capture_image WHERE capture_id = :id")
                        .param("id", bytes(capture.captureId()))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(json("/v1/stays/" + stayed.stayId()).path("plate").asString())
                .isEqualTo(alias);
        assertThat(json("/v1/charges/" + stayed.chargeId()).path("plate").asString())
                .isEqualTo(alias);
    }

    /** All topics from their first record on. */
    private void readAgain() {
        listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
        jdbc.sql("UPDATE consumer_offset SET next = 0").update();
        listeners.getListenerContainers().forEach(MessageListenerContainer::start);
        awaitAllInRows();
    }
}
