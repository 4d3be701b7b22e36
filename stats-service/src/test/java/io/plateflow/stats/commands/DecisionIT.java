package io.plateflow.stats.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.ChargeDisputed;
import io.plateflow.contracts.ChargeSettled;
import io.plateflow.contracts.ChargeVoidAsked;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.DisputeResolved;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.StayRecord.State;
import io.plateflow.contracts.StayResolved;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.money.Money;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Sent;
import io.plateflow.stats.Story;
import io.plateflow.stats.storage.Columns;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people decide reaches billing, is on record, and what was paid stays with the vehicle. */
class DecisionIT extends RunningService {
    private static final String WHY = "\"reason\":\"the driver asked\"";

    @Test
    void resolvesAStayByExactlyOneDecision() throws Exception {
        Story story = opened("DE111AA");
        String resolve = "/v1/stays/" + story.stayId() + "/resolve";
        Instant exit = story.seenAt().plus(Duration.ofMinutes(61));

        JsonNode accepted = accepted(resolve, "{\"exitAt\":\"" + exit + "\"," + WHY + "}");

        assertThat(accepted.at("/amount/amount").asString()).isEqualTo("1000.00");
        StayResolved command = command(accepted, StayResolved.class);
        assertThat(command.exitAt()).isEqualTo(exit);
        assertThat(command.captureId()).isEqualTo(story.captureId());
        assertThat(command.reason()).isEqualTo("the driver asked");
        assertThat(command(accepted(resolve, "{\"cancel\":true," + WHY + "}"), StayResolved.class)
                        .cancel())
                .isTrue();
        assertThat(refusal(post(resolve, "{\"cancel\":true,\"exitAt\":\"" + exit + "\"}")))
                .isEqualTo("422 decision_ambiguous reason_missing");
        assertThat(refusal(post(resolve, "{\"exitAt\":\"yesterday\",\"cancel\":false," + WHY + "}")))
                .isEqualTo("422 cancel_malformed decision_ambiguous exitAt_malformed");
        assertThat(refusal(post(resolve, "{\"exitAt\":\"" + story.seenAt().minusSeconds(1) + "\"," + WHY + "}")))
                .isEqualTo("422 exit_before_entry");
        assertThat(refusal(post(resolve, "{\"exitAt\":\"" + Instant.now().plusSeconds(600) + "\"," + WHY + "}")))
                .isEqualTo("422 exit_in_future");
        assertThat(refusal(post(resolve, "{\"entryAt\":\"" + exit + "\"," + WHY + "}")))
                .isEqualTo("422 entry_known");
        assertThat(refusal(post(resolve, "{\"joinCaptureId\":\"" + UUID.randomUUID() + "\"," + WHY + "}")))
                .isEqualTo("422 join_unknown");
        assertThat(refusal(post(resolve, "{\"joinCaptureId\":\"" + story.captureId() + "\"," + WHY + "}")))
                .isEqualTo("422 join_own");
        assertThat(refusal(post("/v1/stays/" + UUID.randomUUID() + "/resolve", "{\"cancel\":true," + WHY + "}")))
                .isEqualTo("404 not_found");
    }

    @Test
    void givesALoneExitItsEntryOrJoinsItToItsStay() throws Exception {
        Story entered = opened("DE211AA");
        Story left = Story.of("DE212AA", Duration.ofMinutes(10));
        Story.send(TestKafka.bootstrap(), left.open());
        Story.send(TestKafka.bootstrap(), left.flagged(2, State.NEEDS_REVIEW, left.seenAt(), Set.of("MISSING_ENTRY")));
        awaitJson("/v1/stays/" + left.stayId(), "/state", "NEEDS_REVIEW");
        String resolve = "/v1/stays/" + left.stayId() + "/resolve";

        Instant entry = left.seenAt().minus(Duration.ofHours(2));
        assertThat(command(accepted(resolve, "{\"entryAt\":\"" + entry + "\"," + WHY + "}"), StayResolved.class)
                        .entryAt())
                .isEqualTo(entry);
        assertThat(command(
                                accepted(resolve, "{\"joinCaptureId\":\"" + entered.captureId() + "\"," + WHY + "}"),
                                StayResolved.class)
                        .joinCaptureId())
                .isEqualTo(entered.captureId());
        assertThat(refusal(post(resolve, "{\"entryAt\":\"" + left.seenAt().plusSeconds(1) + "\"," + WHY + "}")))
                .isEqualTo("422 entry_after_exit");
        assertThat(refusal(post(resolve, "{\"exitAt\":\"" + left.seenAt() + "\"," + WHY + "}")))
                .isEqualTo("422 exit_known");
        Story.send(TestKafka.bootstrap(), left.superseded(3, entered.stayId()));
        awaitJson("/v1/stays/" + left.stayId(), "/state", "SUPERSEDED");
        assertThat(refusal(post(resolve, "{\"cancel\":true," + WHY + "}"))).isEqualTo("409 stay_superseded");
    }

    @Test
    void voidsAndContestsChargesInForceOnly() throws Exception {
        Story story = charged("DE311AA");
        String charge = "/v1/charges/" + story.chargeId();

        assertThat(refusal(post(charge + "/dispute/resolve", "{}"))).isEqualTo("422 outcome_missing reason_missing");
        assertThat(refusal(post(charge + "/dispute/resolve", "{\"outcome\":\"CHARGE_STANDS\"," + WHY + "}")))
                .isEqualTo("409 not_disputed");
        assertThat(command(accepted(charge + "/dispute", "{" + WHY + "}"), ChargeDisputed.class)
                        .by())
                .isEqualTo("operator");
        Story.send(
                TestKafka.bootstrap(),
                story.flagged(9, State.CLOSED, story.seenAt().plusSeconds(3660), Set.of("DISPUTED")));
        awaitJson(charge, "/disputed", "true");
        assertThat(command(
                                accepted(charge + "/dispute/resolve", "{\"outcome\":\"CHARGE_VOIDED\"," + WHY + "}"),
                                DisputeResolved.class)
                        .outcome())
                .isEqualTo(DisputeResolved.Outcome.CHARGE_VOIDED);
        assertThat(command(accepted(charge + "/void", "{" + WHY + "}"), ChargeVoidAsked.class)
                        .captureId())
                .isEqualTo(story.captureId());

        Story.send(TestKafka.bootstrap(), story.voided(1, "voided"));
        JsonNode voided = awaitJson(charge, "/state", "VOIDED");
        assertThat(voided.at("/voidReason").asString()).isEqualTo("voided");
        assertThat(refusal(post(charge + "/void", "{" + WHY + "}"))).isEqualTo("409 charge_voided");
        assertThat(refusal(send("POST", charge + "/void", "analyst", "", "{" + WHY + "}")))
                .isEqualTo("403 role_missing");
    }

    @Test
    void letsAPaymentFollowItsVehicleThroughVoidReissueAndSupersession() throws Exception {
        Story story = charged("DE411AA");
        BigDecimal paidBefore = paidInAll();
        String settle = "/v1/charges/" + story.chargeId() + "/settlements";
        String cash = "{\"amount\":\"1000.00\",\"method\":\"cash\",\"reference\":\"R-1\"}";

        JsonNode first = Json.MAPPER.readTree(
                send("POST", settle, "operator", "till-7", cash).body());
        JsonNode repeat = Json.MAPPER.readTree(
                send("POST", settle, "operator", "till-7", cash).body());
        assertThat(repeat).isEqualTo(first);
        assertThat(command(first, ChargeSettled.class).amount()).isEqualTo(Money.of("1000.00", "ARS"));
        JsonNode charge = awaitJson("/v1/charges/" + story.chargeId(), "/balance/amount", "0.00");
        assertThat(charge.at("/paid/amount").asString()).isEqualTo("1000.00");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> paidInAll().compareTo(paidBefore.add(new BigDecimal("1000"))) == 0);

        // The charge is worked out anew, lower: what was paid too much is credit.
        Story.send(TestKafka.bootstrap(), story.voided(1, "recomputed"));
        Story.send(TestKafka.bootstrap(), story.charged(2, story.seenAt().plus(Duration.ofMinutes(30))));
        JsonNode again = awaitJson("/v1/charges/" + story.chargeOf(2), "/balance/amount", "-500.00");
        assertThat(again.at("/paid/amount").asString()).isEqualTo("1000.00");
        JsonNode before = awaitJson("/v1/charges/" + story.chargeId(), "/state", "VOIDED");
        assertThat(before.at("/paid/amount").asString()).isEqualTo("0.00");
        assertThat(before.at("/balance/amount").asString()).isEqualTo("0.00");

        // The capture goes to another stay, and the payment with it.
        Story moved = story.elsewhere();
        Story.send(TestKafka.bootstrap(), story.voided(2, "superseded"));
        Story.send(TestKafka.bootstrap(), story.superseded(9, moved.stayId()));
        Story.send(TestKafka.bootstrap(), moved.charged(1, story.seenAt().plus(Duration.ofMinutes(150))));
        awaitJson("/v1/charges/" + moved.chargeId(), "/balance/amount", "500.00");
        assertThat(json("/v1/stays/" + moved.stayId()).at("/paid/0/amount").asString())
                .isEqualTo("1000.00");

        // Money is given back.
        accepted(
                "/v1/charges/" + moved.chargeId() + "/settlements",
                "{\"amount\":{\"amount\":\"-250.00\",\"currency\":\"ARS\"},\"method\":\"cash\"}");
        awaitJson("/v1/charges/" + moved.chargeId(), "/balance/amount", "750.00");
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM decision WHERE kind = 'charge.settle' AND capture_id = (SELECT first_capture FROM charge WHERE id = ?)")
                        .param(Columns.bytes(story.chargeId()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void namesEveryFaultOfAPayment() throws Exception {
        Story story = charged("DE511AA");
        String settle = "/v1/charges/" + story.chargeId() + "/settlements";
        assertThat(refusal(post(settle, "{}"))).isEqualTo("422 amount_missing method_missing");
        assertThat(refusal(post(settle, "{\"amount\":12.5,\"method\":\"\"}")))
                .isEqualTo("422 amount_malformed method_malformed");
        assertThat(refusal(post(settle, "{\"amount\":\"1.005\",\"method\":\"cash\"}")))
                .isEqualTo("422 amount_too_fine");
        assertThat(refusal(post(settle, "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CLP\"},\"method\":\"cash\"}")))
                .isEqualTo("422 currency_other");
        assertThat(refusal(post("/v1/charges/" + UUID.randomUUID() + "/settlements", "{}")))
                .isEqualTo("404 not_found");
    }

    private BigDecimal paidInAll() throws Exception {
        return new BigDecimal(json("/v1/stats/summary").at("/paid/0/amount").asString());
    }

    private Story opened(String plate) throws Exception {
        Story story = Story.of(plate, Duration.ofHours(3));
        Story.send(TestKafka.bootstrap(), story.open());
        awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
        awaitJson("/v1/stays/" + story.stayId(), "/state", "OPEN");
        return story;
    }

    private Story charged(String plate) throws Exception {
        Story story = opened(plate);
        Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(Duration.ofMinutes(61))));
        awaitJson("/v1/charges/" + story.chargeId(), "/state", "ISSUED");
        awaitJson("/v1/stays/" + story.stayId(), "/state", "CLOSED");
        return story;
    }

    private HttpResponse<byte[]> post(String path, String json) throws Exception {
        return send("POST", path, "operator", "", json);
    }

    /** The command that was accepted, as it is on the topic. */
    private static <T extends Command> T command(JsonNode accepted, Class<T> type) throws Exception {
        UUID request = UUID.fromString(accepted.at("/requestId").asString());
        return Sent.to(Topics.COMMANDS, Json.serde(Command.class).deserializer(), type).call().stream()
                .filter(c -> c.requestId().equals(request))
                .findFirst()
                .orElseThrow();
    }
}
