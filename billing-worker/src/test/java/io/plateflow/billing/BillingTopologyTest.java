package io.plateflow.billing;

import static io.plateflow.billing.Ends.HERE;
import static io.plateflow.billing.Ends.PLATE;
import static io.plateflow.billing.Ends.ZONE;
import static io.plateflow.billing.Ends.at;
import static io.plateflow.billing.Ends.capture;
import static io.plateflow.billing.Ends.checkout;
import static io.plateflow.billing.Ends.flagged;
import static io.plateflow.billing.Ends.read;
import static io.plateflow.billing.Ends.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.ChargeVoided;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.StayRecord.State;
import io.plateflow.domain.Uuids;
import io.plateflow.domain.money.Money;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What readings and checkouts lead to. */
class BillingTopologyTest {
    private static final UUID STAY = Uuids.v5("stay", ZONE, capture(1).toString());
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aReadingOpensAStayAndChargesNothing() {
        bench.tell(read(1, "10:00"));

        assertThat(bench.stays())
                .containsExactly(new StayRecord(
                        STAY,
                        1,
                        ZONE,
                        PLATE,
                        State.OPEN,
                        HERE,
                        at("10:00"),
                        null,
                        null,
                        at("10:00"),
                        List.of(capture(1)),
                        "original@1",
                        Set.of(),
                        null,
                        1,
                        "AUTOMATIC",
                        null,
                        null,
                        null,
                        null));
        assertThat(bench.charges()).isEmpty();
    }

    @Test
    void aCheckoutAfterTwoHoursTenChargesThreeStartedHours() {
        bench.tell(read(1, "10:00"), checkout(1, "12:10"));

        assertThat(bench.stays()).last().satisfies(stay -> {
            assertThat(stay.state()).isEqualTo(State.CLOSED);
            assertThat(stay.version()).isEqualTo(2);
            assertThat(stay.closedBy()).isEqualTo("CHECKOUT");
            assertThat(stay.to()).isEqualTo(at("12:10"));
        });
        assertThat(bench.charges()).singleElement().isInstanceOfSatisfying(ChargeIssued.class, charge -> {
            assertThat(charge.amount()).isEqualTo(Money.of("1500.00", "ARS"));
            assertThat(charge.id()).isEqualTo(Uuids.v5("charge", STAY.toString(), "1"));
            assertThat(charge.revision()).isEqualTo(1);
            assertThat(charge.lines())
                    .singleElement()
                    .satisfies(l -> assertThat(l.units()).isEqualTo(3));
            assertThat(charge.captureIds()).containsExactly(capture(1));
            assertThat(charge.postedAt()).isEqualTo(Bench.START);
        });
    }

    @Test
    void anExitClosesAndCharges() {
        bench.tell(read(1, "10:00", Direction.ENTRY), read(2, "11:00", Direction.EXIT));

        assertThat(amounts(bench.charges())).containsExactly("issued 500.00");
    }

    @Test
    void anExitBeforeItsEntryChargesOnceBothAreThere() {
        bench.tell(read(2, "12:10", Direction.EXIT));
        assertThat(bench.stays()).isEmpty();

        bench.tell(read(1, "10:00", Direction.ENTRY));
        assertThat(amounts(bench.charges())).containsExactly("issued 1500.00");
    }

    @Test
    void aCheckoutBeforeItsCaptureWaits() {
        bench.tell(checkout(1, "12:10"));
        assertThat(bench.charges()).isEmpty();

        bench.tell(read(1, "10:00"));
        assertThat(amounts(bench.charges())).containsExactly("issued 1500.00");
    }

    @Test
    void aSecondEndOfTheSameAttemptIsCountedAndIgnored() {
        bench.tell(
                read(1, "10:00"), read(capture(1), 1, new Plate("ZZ999ZZ"), at("09:00"), Direction.EXIT, HERE, false));

        assertThat(bench.stays()).hasSize(1);
        assertThat(bench.meters.counter("plateflow.billing.ignored").count()).isEqualTo(1);
    }

    @Test
    void anUnreadableFirstEndWinsOverALaterReading() {
        bench.tell(unreadable(1, 1, "10:00"), read(1, "10:00"));

        assertThat(bench.stays()).isEmpty();
    }

    @Test
    void aHigherAttemptReplacesTheReading() {
        Plate right = new Plate("AC123BO");
        bench.tell(read(1, "10:00"), checkout(1, "12:10"));
        bench.tell(read(capture(1), 2, right, at("10:00"), Direction.SIGHTING, HERE, false), read(1, "10:00"));

        assertThat(amounts(bench.charges())).containsExactly("issued 1500.00", "voided", "issued 1500.00");
        assertThat(bench.stays()).last().satisfies(stay -> {
            assertThat(stay.id()).isEqualTo(STAY);
            assertThat(stay.plate()).isEqualTo(right);
            assertThat(stay.version()).isEqualTo(3);
        });
    }

    @Test
    void aHigherAttemptThatReadsNothingCancelsTheStayAndAHigherOneStillRevivesIt() {
        bench.tell(read(1, "10:00"), checkout(1, "12:10"), unreadable(1, 2, "10:00"));
        assertThat(bench.stays()).last().satisfies(stay -> {
            assertThat(stay.state()).isEqualTo(State.CANCELLED);
            assertThat(stay.supersededBy()).isNull();
        });

        bench.tell(read(capture(1), 3, PLATE, at("10:00"), Direction.SIGHTING, HERE, false));
        assertThat(bench.stays())
                .last()
                .satisfies(stay -> assertThat(stay.version()).isEqualTo(4));
        assertThat(bench.charges())
                .extracting(e -> e instanceof ChargeIssued i ? i.revision() : -((ChargeVoided) e).revision())
                .containsExactly(1, -1, 2);
    }

    @Test
    void aLaterCheckoutChangesNothing() {
        bench.tell(read(1, "10:00"), checkout(1, "12:10"), checkout(1, "13:10"), checkout(1, "12:10"));

        assertThat(amounts(bench.charges())).containsExactly("issued 1500.00");
        assertThat(bench.stays()).hasSize(2);
    }

    @Test
    void anEarlierCheckoutVoidsAndIssuesAgain() {
        bench.tell(read(1, "10:00"), checkout(1, "12:10"), checkout(1, "10:30"));

        assertThat(amounts(bench.charges())).containsExactly("issued 1500.00", "voided", "issued 500.00");
    }

    @Test
    void aLateSightingBeforeTheFirstSupersedesTheStay() {
        bench.tell(read(2, "10:00"), checkout(2, "12:10"));
        bench.stays();
        bench.tell(read(1, "08:30"));

        assertThat(bench.stays())
                .satisfiesExactly(
                        gone -> {
                            assertThat(gone.state()).isEqualTo(State.SUPERSEDED);
                            assertThat(gone.supersededBy()).isEqualTo(STAY);
                            assertThat(gone.version()).isEqualTo(3);
                        },
                        stands -> {
                            assertThat(stands.id()).isEqualTo(STAY);
                            assertThat(stands.captureIds()).containsExactly(capture(1), capture(2));
                        });
        List<ChargeEvent> charges = bench.charges();
        assertThat(amounts(charges)).containsExactly("issued 1500.00", "voided", "issued 2000.00");
        assertThat(charges.get(1))
                .isInstanceOfSatisfying(
                        ChargeVoided.class, v -> assertThat(v.reason()).isEqualTo("superseded"));
    }

    @Test
    void aSightingWithinAClosedStayJoinsWithoutTouchingItsCharge() {
        bench.tell(read(1, "10:00"), checkout(1, "12:10"), read(2, "11:00"));

        assertThat(amounts(bench.charges())).containsExactly("issued 1500.00");
        assertThat(bench.stays())
                .last()
                .satisfies(stay -> assertThat(stay.captureIds()).containsExactly(capture(1), capture(2)));
    }

    @Test
    void aSightingAfterTheCheckoutOpensAnotherStay() {
        bench.tell(read(1, "10:00"), checkout(1, "12:10"), read(2, "12:11"));

        assertThat(bench.stays()).extracting(StayRecord::state).containsExactly(State.OPEN, State.CLOSED, State.OPEN);
    }

    @Test
    void aReadingThatAPersonMustConfirmBillsNothing() {
        bench.tell(
                read(capture(1), 1, PLATE, at("10:00"), Direction.SIGHTING, HERE, true),
                flagged(2, "10:00", CaptureFlag.CLOCK_AHEAD),
                flagged(3, "10:00", CaptureFlag.LATE),
                flagged(4, "10:00", CaptureFlag.PLACE_UNCERTAIN),
                unreadable(5, 1, "10:00"),
                new PlateRejected(capture(6), 1, at("10:00"), null, "malformed-headers", ""));

        assertThat(bench.stays()).isEmpty();
    }

    @Test
    void aHarmlessDoubtIsCarriedIntoTheCharge() {
        bench.tell(flagged(1, "10:00", CaptureFlag.TIME_ASSUMED), checkout(1, "10:30"));

        assertThat(bench.charges())
                .singleElement()
                .isInstanceOfSatisfying(
                        ChargeIssued.class, charge -> assertThat(charge.flags()).containsExactly("TIME_ASSUMED"));
    }

    private static List<String> amounts(List<ChargeEvent> events) {
        return events.stream()
                .map(e -> e instanceof ChargeIssued issued
                        ? "issued " + issued.amount().amount()
                        : "voided")
                .toList();
    }
}
