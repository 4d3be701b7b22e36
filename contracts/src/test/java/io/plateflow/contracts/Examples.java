package io.plateflow.contracts;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.tariff.PriceLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One of each event, with every field set. */
final class Examples {
    static final UUID CAPTURE_ID = UUID.fromString("6f1e0e3a-58a5-5a58-9d8a-1b8d9d1a0001");
    static final UUID STAY_ID = UUID.fromString("6f1e0e3a-58a5-5a58-9d8a-1b8d9d1a0002");
    static final UUID CHARGE_ID = UUID.fromString("6f1e0e3a-58a5-5a58-9d8a-1b8d9d1a0003");
    private static final UUID OTHER_ID = UUID.fromString("6f1e0e3a-58a5-5a58-9d8a-1b8d9d1a0004");
    private static final Instant NINE = Instant.parse("2026-03-02T12:00:00.123Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-02T14:10:00Z");
    private static final Coordinates OBELISCO = new Coordinates(-34.60373, -58.38157);
    private static final Plate PLATE = new Plate("AB123CD");
    private static final String ZONE = "auto:69y7p";

    static final Capture CAPTURE = new Capture(
            CAPTURE_ID,
            NINE,
            NINE.plusSeconds(2),
            OBELISCO,
            Capture.PlaceSource.URL,
            Capture.TimeSource.REQUEST,
            new Capture.Image("image/jpeg", 1280, 960, 61_234, "ab".repeat(32)),
            "default",
            "https://www.google.com/maps?q=-34.60373,-58.38157",
            12.5,
            "cámara 1",
            Direction.ENTRY,
            "warden-app",
            "AB123CD",
            Capture.Priority.LIVE,
            Set.of(CaptureFlag.TIME_ZONE_ASSUMED, CaptureFlag.KEY_REUSED),
            2);

    private static final PlateRead.Candidate CANDIDATE = new PlateRead.Candidate("AB123CO", 0.125);

    static final Reading READ = new PlateRead(
            CAPTURE_ID,
            2,
            NINE.plusSeconds(3),
            CAPTURE,
            new PlateRead.Seen(
                    PLATE,
                    0.96875,
                    List.of("AR"),
                    List.of(CANDIDATE),
                    List.of(
                            new PlateRead.Corner(10, 20.5),
                            new PlateRead.Corner(110, 20.5),
                            new PlateRead.Corner(110, 50),
                            new PlateRead.Corner(10, 50))),
            List.of(new PlateRead.Seen(new Plate("ABC123"), 0.5, List.of("AR", "UY"), List.of(), List.of())),
            true,
            true,
            "ppocr 4",
            Map.of("find", 80.5));
    static final Reading UNREADABLE = new PlateUnreadable(
            CAPTURE_ID, 2, NINE, CAPTURE, "low-confidence", List.of(CANDIDATE), "ppocr 4", Map.of("find", 80.5));
    static final Reading REJECTED =
            new PlateRejected(CAPTURE_ID, 2, NINE, CAPTURE, "malformed-image", "The JPEG ends early.");
    static final Reading CORRECTED = new PlateCorrected(
            CAPTURE_ID,
            2,
            ELEVEN,
            3,
            CAPTURE,
            PLATE,
            Set.of(new Plate("AB123CO"), new Plate("A8123CD")),
            "operator",
            "seen in the photo",
            OTHER_ID);
    static final Reading SAID_ILLEGIBLE = new PlateCorrected(
            CAPTURE_ID, 2, ELEVEN, 4, CAPTURE, null, Set.of(), "operator", "covered with mud", OTHER_ID);
    private static final String WHY = "seen on the recording";
    static final Command RESOLVED_BY_EXIT = new StayResolved(
            OTHER_ID, ZONE, CAPTURE_ID, ELEVEN, "operator", WHY, ELEVEN.minusSeconds(60), null, null, null);
    static final Command RESOLVED_BY_ENTRY =
            new StayResolved(OTHER_ID, ZONE, CAPTURE_ID, ELEVEN, "operator", WHY, null, NINE, null, null);
    static final Command RESOLVED_BY_JOIN =
            new StayResolved(OTHER_ID, ZONE, CAPTURE_ID, ELEVEN, "operator", WHY, null, null, STAY_ID, null);
    static final Command CANCELLED =
            new StayResolved(OTHER_ID, ZONE, CAPTURE_ID, ELEVEN, "operator", WHY, null, null, null, true);
    static final Command VOID_ASKED = new ChargeVoidAsked(OTHER_ID, ZONE, CAPTURE_ID, ELEVEN, "operator", WHY);
    static final Command DISPUTED = new ChargeDisputed(OTHER_ID, ZONE, CAPTURE_ID, ELEVEN, "operator", WHY);
    static final Command DISPUTE_RESOLVED = new DisputeResolved(
            OTHER_ID, ZONE, CAPTURE_ID, ELEVEN, "operator", WHY, DisputeResolved.Outcome.CHARGE_VOIDED);
    static final Command SETTLED = new ChargeSettled(
            OTHER_ID, ZONE, CAPTURE_ID, ELEVEN, "operator", Money.of("1500.00", "ARS"), "cash", "receipt 7");
    static final Command CHECKED_OUT = new StayCheckedOut(OTHER_ID, ZONE, PLATE, CAPTURE_ID, ELEVEN, "operator");
    static final StayRecord STAY = new StayRecord(
            STAY_ID,
            3,
            ZONE,
            PLATE,
            StayRecord.State.CLOSED,
            OBELISCO,
            NINE,
            ELEVEN,
            "CHECKOUT",
            NINE,
            List.of(CAPTURE_ID),
            "original@1",
            Set.of("STALE", "A_FLAG"),
            OTHER_ID,
            1,
            null,
            null,
            null,
            null,
            null);
    static final StayRecord REVIEWED = new StayRecord(
            STAY_ID,
            2,
            "garage-1",
            PLATE,
            StayRecord.State.NEEDS_REVIEW,
            OBELISCO,
            NINE,
            null,
            null,
            NINE,
            List.of(CAPTURE_ID),
            "garage@1",
            Set.of("MISSING_EXIT"),
            null,
            2,
            "GATED",
            "RESIDENT",
            true,
            NINE.plusSeconds(86_400),
            true);
    private static final Money HOUR = Money.of("500.00", "ARS");
    private static final Money TOTAL = Money.of("1500.00", "ARS");
    static final ChargeEvent ISSUED = new ChargeIssued(
            CHARGE_ID,
            STAY_ID,
            1,
            ZONE,
            PLATE,
            CAPTURE_ID,
            NINE,
            ELEVEN,
            TOTAL,
            List.of(new PriceLine(PriceLine.Kind.STEP, null, 3L, HOUR, TOTAL)),
            "original@1",
            Set.of("STALE", "A_FLAG"),
            List.of(CAPTURE_ID),
            ELEVEN.plusSeconds(1),
            null,
            null,
            null);
    static final ChargeEvent ISSUED_TO_A_RESIDENT = new ChargeIssued(
            CHARGE_ID,
            STAY_ID,
            2,
            "garage-1",
            PLATE,
            CAPTURE_ID,
            NINE,
            ELEVEN,
            TOTAL,
            List.of(new PriceLine(PriceLine.Kind.STEP, null, 3L, HOUR, TOTAL)),
            "garage@1",
            Set.of("CONFUSABLE"),
            List.of(CAPTURE_ID),
            ELEVEN.plusSeconds(1),
            "RESIDENT",
            7_800L,
            7_500L);
    static final ChargeEvent VOIDED = new ChargeVoided(CHARGE_ID, STAY_ID, 1, "superseded", ELEVEN.plusSeconds(9));
    static final ApiKey KEY = new ApiKey(
            "mitre-300",
            "cd".repeat(32),
            "Mitre 300",
            "Hikvision",
            OBELISCO,
            Direction.EXIT,
            ZoneId.of("America/Argentina/Buenos_Aires"),
            Duration.ofMinutes(5),
            false,
            null,
            null,
            null,
            null);
    static final ApiKey WARDENS_KEY = new ApiKey(
            "ana",
            "ab".repeat(32),
            "Ana, Centro",
            null,
            null,
            null,
            null,
            null,
            false,
            ApiKey.Kind.WARDEN,
            Set.of(ApiKey.Scope.CAPTURES, ApiKey.Scope.RESULTS),
            "cd".repeat(32),
            ELEVEN);

    private Examples() {}
}
