package io.plateflow.stats.commands;

import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.CapturesById;
import io.plateflow.stats.query.ChargeAnswer;
import io.plateflow.stats.query.ChargesById;
import io.plateflow.stats.query.Ids;
import io.plateflow.stats.query.Refusals;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.query.StaysById;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a command is about, as the one who sends it sees it. */
@Component
public class Subjects {
    private final CapturesById captures;
    private final StaysById stays;
    private final ChargesById charges;

    Subjects(CapturesById captures, StaysById stays, ChargesById charges) {
        this.captures = captures;
        this.stays = stays;
        this.charges = charges;
    }

    /** The stay; 404 without it. */
    public StayAnswer stay(String id) {
        return stay(Ids.parse(id));
    }

    /** The stay that billing still keeps; 404 without it, 409 once it was dropped. */
    public StayAnswer stayInLedger(String id) {
        return inLedger(stay(id));
    }

    /** The charge; 404 without it. */
    public ChargeAnswer charge(String id) {
        return charges.ask(List.of(Ids.parse(id))).stream().findFirst().orElseThrow(() -> Refusals.notFound("charge"));
    }

    /** The charge in force whose stay billing still keeps; 404 without it, 409 once it is voided or was dropped. */
    public ChargeAnswer chargeInForce(String id) {
        ChargeAnswer charge = charge(id);
        if (!charge.state().equals("ISSUED")) {
            throw Refusals.of(
                    HttpStatus.CONFLICT,
                    "charge_voided",
                    "the charge is voided: look at its stay for the one in force");
        }
        stays.ask(List.of(charge.stayId())).forEach(Subjects::inLedger);
        return charge;
    }

    /**
     * The capture that billing may still hear of; 404 without it, 409 once it or its stay was dropped, or it was deleted.
     *
     * @param since how far back billing's ledger goes
     */
    public CaptureAnswer captureInLedger(String id, Instant since) {
        CaptureAnswer capture = captures.ask(List.of(Ids.parse(id))).stream()
                .filter(c -> c.receivedAt() != null)
                .findFirst()
                .orElseThrow(() -> Refusals.notFound("capture"));
        if (capture.capturedAt() != null && capture.capturedAt().isBefore(since)) {
            throw Refusals.of(
                    HttpStatus.CONFLICT, "ledger_closed", "the capture is older than billing keeps: its plate stays");
        }
        if (capture.deletedAt() != null) {
            throw Refusals.of(
                    HttpStatus.CONFLICT,
                    "capture_deleted",
                    "photo and plate of the capture were deleted: nothing is left to correct");
        }
        stays.ask(capture.stayId() == null ? List.of() : List.of(capture.stayId()))
                .forEach(Subjects::inLedger);
        return capture;
    }

    private StayAnswer stay(UUID id) {
        return stays.ask(List.of(id)).stream().findFirst().orElseThrow(() -> Refusals.notFound("stay"));
    }

    private static StayAnswer inLedger(StayAnswer stay) {
        if (stay.ledgerClosedAt() != null) {
            throw Refusals.of(
                    HttpStatus.CONFLICT,
                    "ledger_closed",
                    "the stay is older than billing keeps: nothing changes it any more");
        }
        return stay;
    }
}
