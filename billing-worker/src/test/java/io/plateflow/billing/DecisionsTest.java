package io.plateflow.billing;

import static io.plateflow.billing.Ends.at;
import static io.plateflow.billing.Ends.capture;
import static io.plateflow.billing.Ends.read;
import static io.plateflow.contracts.DisputeResolved.Outcome.CHARGE_STANDS;
import static io.plateflow.contracts.DisputeResolved.Outcome.CHARGE_VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Command;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.StayRecord;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each command does to a stay behind a barrier and to its charge; said again, or before its capture, it does the same. */
class DecisionsTest {
    private static final PlateRead IN = read(1, "10:00", Direction.ENTRY);
    private static final PlateRead OUT = read(2, "11:30", Direction.EXIT);
    private static final PlateRead STRANGER_OUT =
            read(capture(3), 1, new Plate("AB999ZZ"), at("12:15"), Direction.EXIT, Ends.HERE, false);
    private final Bench bench = new Bench();
    private final People ana = new People(Garage.ID);

    @BeforeEach
    void open() {
        bench.tell(Garage.zone(Mode.GATED), Garage.tariff(1, null));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCheckoutEndsTheStayAndCharges() {
        hears(ana.checkout(1, "12:10"), IN);

        assertThat(Said.stays(bench)).containsExactly("OPEN 10:00–", "CLOSED CHECKOUT 10:00–12:10");
        assertThat(Said.charges(bench)).containsExactly("1800.00 AC123BD hourly@1");
    }

    @Test
    void aDeclaredExitEndsTheStayAndStandsAgainstThePhotoOfALaterOne() {
        hears(ana.left(1, "10:45", "13:00"), IN);
        bench.tell(OUT);

        assertThat(Said.stays(bench))
                .startsWith("OPEN 10:00–", "CLOSED DECLARED 10:00–10:45 [DECLARED_EXIT]")
                .last()
                .isEqualTo("CLOSED DECLARED 10:00–10:45 [DECLARED_EXIT]");
        assertThat(Said.charges(bench)).containsExactly("600.00 AC123BD hourly@1");
    }

    @Test
    void aDeclaredEntryGivesALoneExitItsStay() {
        hears(ana.came(2, "10:20", "13:00"), OUT);

        assertThat(Said.stays(bench))
                .containsExactly(
                        "NEEDS_REVIEW EXIT 11:30–11:30 [MISSING_ENTRY]", "CLOSED EXIT 10:20–11:30 [DECLARED_ENTRY]");
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }

    @Test
    void aJoinClosesTheStayWithTheExitOfAnotherPlate() {
        bench.tell(IN);
        hears(ana.join(3, 1, "13:00"), STRANGER_OUT);

        assertThat(Said.stays(bench))
                .containsExactly(
                        "OPEN 10:00–",
                        "NEEDS_REVIEW EXIT 12:15–12:15 [MISSING_ENTRY]",
                        "SUPERSEDED EXIT 12:15–12:15 [MISSING_ENTRY]",
                        "CLOSED EXIT 10:00–12:15 [JOINED]");
        assertThat(Said.charges(bench)).containsExactly("1800.00 AC123BD hourly@1");
    }

    @Test
    void aJoinWaitsForBothItsCaptures() {
        bench.tell(ana.join(3, 1, "13:00"), STRANGER_OUT);
        assertThat(Said.charges(bench)).isEmpty();

        bench.tell(IN);
        assertThat(Said.charges(bench)).containsExactly("1800.00 AC123BD hourly@1");
    }

    @Test
    void aJoinAfterADeclaredExitProlongsTheStayPastIt() {
        bench.tell(IN, ana.left(1, "10:45", "13:00"), STRANGER_OUT);
        bench.charges();
        hears(ana.join(1, 3, "14:00"));

        assertThat(Said.stays(bench)).last().isEqualTo("CLOSED EXIT 10:00–12:15 [JOINED]");
        assertThat(Said.charges(bench)).containsExactly("voided: recomputed", "1800.00 AB999ZZ hourly@1");
    }

    @Test
    void aCancellationVoidsAndTheStayStaysToBeSeen() {
        bench.tell(IN, OUT);
        hears(ana.cancel(2, "13:00"));

        assertThat(Said.stays(bench)).last().isEqualTo("CANCELLED EXIT 10:00–11:30");
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1", "voided: recomputed");
    }

    @Test
    void aDecisionAfterTheCancellationTakesItBack() {
        bench.tell(IN, OUT, ana.cancel(2, "13:00"));
        hears(ana.left(2, "11:40", "14:00"));

        assertThat(Said.charges(bench))
                .containsExactly("1200.00 AC123BD hourly@1", "voided: recomputed", "1200.00 AC123BD hourly@1");
    }

    @Test
    void aVoidedChargeIsIssuedNoMoreAndTheStayStands() {
        bench.tell(IN, OUT);
        hears(ana.void_(1, "13:00"));

        StayRecord stay = bench.stays().get(2);
        assertThat(stay.state()).isEqualTo(StayRecord.State.CLOSED);
        assertThat(stay.waived()).isTrue();
        assertThat(stay.flags()).containsExactly("VOIDED");
        bench.tell(ana.left(1, "12:30", "14:00"));
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1", "voided: voided");
    }

    @Test
    void aDisputeMarksTheStayAndItsChargeStaysInForceUntouched() {
        bench.tell(IN, OUT);
        hears(ana.dispute(1, "13:00"));

        assertThat(Said.stays(bench)).last().isEqualTo("CLOSED EXIT 10:00–11:30 [DISPUTED]");
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }

    @Test
    void aDisputeSettledForTheChargeLeavesItInForce() {
        bench.tell(IN, OUT, ana.dispute(1, "13:00"));
        hears(ana.settle(1, CHARGE_STANDS, "14:00"));

        assertThat(Said.stays(bench)).last().isEqualTo("CLOSED EXIT 10:00–11:30");
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
    }

    @Test
    void aDisputeSettledForTheDriverVoids() {
        bench.tell(IN, OUT, ana.dispute(1, "13:00"));
        hears(ana.settle(2, CHARGE_VOIDED, "14:00"));

        assertThat(Said.stays(bench)).last().isEqualTo("CLOSED EXIT 10:00–11:30 [VOIDED]");
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1", "voided: voided");
    }

    @Test
    void aPaymentChangesNothingAndIsNotKept() {
        bench.tell(IN, OUT);
        bench.stays();
        long kept = bench.entriesKept();
        hears(ana.pay(1, "1200.00", "13:00"));

        assertThat(bench.stays()).isEmpty();
        assertThat(Said.charges(bench)).containsExactly("1200.00 AC123BD hourly@1");
        assertThat(bench.entriesKept()).isEqualTo(kept);
    }

    /** After {@code before}, the command, twice. */
    private void hears(Command command, Object... before) {
        bench.tell(before);
        bench.tell(command, command);
    }
}
