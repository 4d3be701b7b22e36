package io.plateflow.billing;

import static io.plateflow.billing.Ends.HERE;
import static io.plateflow.billing.Ends.PLATE;
import static io.plateflow.billing.Ends.ZONE;
import static io.plateflow.billing.Ends.at;
import static io.plateflow.billing.Ends.capture;
import static io.plateflow.billing.Ends.checkout;
import static io.plateflow.billing.Ends.read;
import static io.plateflow.billing.Ends.unreadable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What surrounds the rules: malformed events, headers, staleness, retention. */
class UpkeepTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsNoEventIsKeptAsADeadLetterAndTheFlowGoesOn() {
        bench.tellBytes(Topics.READINGS.name(), capture(9).toString(), "{".getBytes(UTF_8));
        bench.tellBytes(Topics.COMMANDS.name(), "auto:69y7p", "{\"type\":\"unheard-of\"}".getBytes(UTF_8));
        bench.tell(read(1, "10:00"));

        assertThat(bench.deadLetters())
                .extracting(TestRecord::key)
                .containsExactly(capture(9).toString(), "auto:69y7p");
        assertThat(bench.stays()).hasSize(1);
    }

    @Test
    void anEventThatLacksWhatBillingNeedsIsKeptAsADeadLetter() {
        bench.tellBytes(
                Topics.COMMANDS.name(), "auto:69y7p", "{\"type\":\"stay.checkout\",\"by\":\"ana\"}".getBytes(UTF_8));
        bench.tellBytes(
                Topics.READINGS.name(),
                capture(9).toString(),
                "{\"type\":\"plate.unreadable\",\"candidates\":[],\"millis\":{},\"capture\":{\"flags\":[]}}"
                        .getBytes(UTF_8));
        bench.tell(read(1, "10:00"));

        assertThat(bench.deadLetters()).hasSize(2);
        assertThat(bench.stays()).hasSize(1);
    }

    @Test
    void whatGoesOutIsACloudEventOfTheSameTrace() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        RecordHeaders headers = new RecordHeaders();
        CloudEvents.set(headers, CloudEvents.TRACE_PARENT, trace);
        bench.tell(checkout(1, "12:10"));
        bench.tell(new TestRecord<>(capture(1).toString(), read(1, "10:00"), headers));

        TestRecord<String, StayRecord> stay = bench.stayRecords().get(0);
        assertThat(stay.key()).isEqualTo(stay.value().id().toString());
        assertThat(CloudEvents.get(stay.headers(), CloudEvents.TYPE)).contains("io.plateflow.stay.changed");
        TestRecord<String, ChargeEvent> charge = bench.chargeRecords().get(0);
        assertThat(charge.key()).isEqualTo(stay.key());
        assertThat(CloudEvents.get(charge.headers(), CloudEvents.TYPE)).contains("io.plateflow.charge.issued");
        assertThat(CloudEvents.get(charge.headers(), CloudEvents.TRACE_PARENT)).contains(trace);
    }

    @Test
    void anOpenStayIsFlaggedOnceNobodyHasSeenItForSevenDays() {
        bench.tell(read(1, "10:00"));
        bench.wait(Duration.ofDays(6));
        assertThat(bench.stays()).hasSize(1);

        bench.wait(Duration.ofDays(1)).wait(Duration.ofDays(1));
        assertThat(bench.stays()).singleElement().satisfies(stay -> {
            assertThat(stay.version()).isEqualTo(2);
            assertThat(stay.flags()).containsExactly("STALE");
        });
    }

    @Test
    void nothingIsKeptPastRetentionAndNoChargeChangesByIt() {
        bench.tell(read(1, "10:00"), checkout(1, "12:10")); // a closed stay
        bench.tell(read(2, "13:00")); // an open one
        bench.tell(unreadable(3, 1, "10:00"), checkout(4, "10:00")); // nothing that bills
        bench.tell(read(5, "09:00", Direction.EXIT)); // an exit that closed nothing
        bench.stays();
        int charges = bench.charges().size();

        bench.wait(Duration.ofDays(89));
        assertThat(bench.entriesKept()).isEqualTo(5 + 3 + 2);

        bench.wait(Duration.ofDays(2));
        assertThat(bench.entriesKept()).isZero();
        assertThat(charges).isEqualTo(1);
        assertThat(bench.charges()).isEmpty();
        List<TestRecord<String, StayRecord>> last = bench.stayRecords();
        assertThat(last.subList(last.size() - 2, last.size()))
                .allSatisfy(r -> assertThat(r.value()).isNull());
    }

    @Test
    void aStayOlderThanItsSweepIsDroppedWhole() {
        bench.tell(read(1, "10:00"), read(2, "11:00"), checkout(1, "12:10"));
        bench.wait(Duration.ofDays(91));

        assertThat(bench.entriesKept()).isZero();
    }

    @Test
    void aForgottenCaptureStaysForgottenWhateverIsSaidOfItAfterwards() {
        bench.tell(read(1, "10:00"), checkout(1, "12:10"));
        bench.wait(Duration.ofDays(91));
        bench.stays();
        bench.charges();

        bench.tell(
                read(1, "10:00"),
                read(capture(1), 2, new Plate("ZZ999ZZ"), at("10:00"), Direction.SIGHTING, HERE, false),
                People.correct(read(1, "10:00"), 1, new Plate("AB999ZZ")),
                read(2, "11:00"));
        assertThat(bench.entriesKept()).isZero();
        assertThat(bench.meters.counter("plateflow.billing.ignored").count()).isEqualTo(4);

        bench.tell(checkout(1, "12:00"), new People(ZONE).void_(1, "13:00"));
        bench.tell(new People(ZONE).join(1, 2, "13:00"), unreadable(1, 3, "10:00"));
        assertThat(bench.stays()).isEmpty();
        assertThat(bench.charges()).isEmpty();
    }

    @Test
    void aCaptureTooOldForTheLedgerBillsNothingThoughItsDecisionIsKnown() {
        bench.wait(Duration.ofDays(91));
        bench.tell(checkout(1, "12:10"), read(1, "10:00"));

        assertThat(bench.stays()).isEmpty();
        assertThat(bench.charges()).isEmpty();
    }

    @Test
    void anOldCaptureOfAStayThatIsKeptIsStillHeard() {
        bench.tell(read(1, "10:00"));
        bench.wait(Duration.ofDays(60));
        bench.tell(read(capture(2), 1, PLATE, at("10:00").plus(Duration.ofDays(60)), Direction.SIGHTING, HERE, false));
        bench.wait(Duration.ofDays(35));
        bench.tell(checkout(1, "10:30"));

        assertThat(bench.charges()).singleElement().isInstanceOf(ChargeIssued.class);
    }
}
