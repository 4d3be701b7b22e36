package io.plateflow.local.bench;

import static io.plateflow.local.bench.EventCase.Rules.AUTOMATIC;
import static io.plateflow.local.bench.EventCase.Rules.GATED;
import static io.plateflow.local.bench.EventCase.Rules.SIGHTINGS;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;

/** The cases in which systems like this one charge twice, forget, or charge somebody else. */
final class BillingCases {
    private static final ZoneId SITE = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final Duration STAY = Duration.ofMinutes(137);
    private static final String CAR = "AC123BD";
    private static final String LIKE_IT = "AC123BO";

    private BillingCases() {}

    static final List<EventCase> ALL = List.of(
            new EventCase(
                    "the same Idempotency-Key is sent twice",
                    GATED,
                    "garage",
                    (stage, now) -> {
                        stage.photo(CAR, "ENTRY", entry(now), "bench-" + now, 2);
                        stage.photo(CAR, "EXIT", exit(now));
                    },
                    "2 captures, CLOSED, 5600.00 of AC123BD by version 1"),
            new EventCase(
                    "two ENTRY readings 8 s apart",
                    GATED,
                    "garage",
                    (stage, now) -> {
                        stage.photo(CAR, "ENTRY", entry(now));
                        stage.photo(CAR, "ENTRY", entry(now).plusSeconds(8));
                    },
                    "2 captures, OPEN"),
            new EventCase(
                    "the exit is misread",
                    GATED,
                    "garage",
                    (stage, now) -> {
                        stage.photo(CAR, "ENTRY", entry(now));
                        stage.photo(LIKE_IT, "EXIT", exit(now));
                    },
                    "2 captures, CLOSED CONFUSABLE, 5600.00 of AC123BD by version 1"),
            new EventCase(
                    "an entry, and 24 h pass",
                    GATED,
                    "garage",
                    (stage, now) -> stage.photo(CAR, "ENTRY", now.minus(Duration.ofHours(25))),
                    "1 capture, NEEDS_REVIEW with 12000.00 so far"),
            new EventCase(
                    "the exit arrives before its entry",
                    GATED,
                    "garage",
                    (stage, now) -> {
                        stage.stayOf(stage.photo(CAR, "EXIT", exit(now)));
                        stage.photo(CAR, "ENTRY", entry(now));
                    },
                    "2 captures, CLOSED, 5600.00 of AC123BD by version 1"),
            new EventCase(
                    "the plate is corrected after the charge",
                    GATED,
                    "garage",
                    (stage, now) -> {
                        UUID entry = stage.photo(LIKE_IT, "ENTRY", entry(now));
                        stage.photo(LIKE_IT, "EXIT", exit(now));
                        stage.awaitCharge(entry);
                        stage.correct(entry, "AE305QT");
                    },
                    "2 captures, CLOSED, 5600.00 of AE305QT by version 1, 5600.00 of AC123BO by version 1 VOIDED"),
            new EventCase(
                    "a dearer version is valid from 1 h after the entry",
                    GATED,
                    "garage",
                    (stage, now) -> {
                        stage.reprice("dearer", entry(now).plus(Duration.ofHours(1)));
                        stage.photo(CAR, "ENTRY", entry(now));
                        stage.photo(CAR, "EXIT", exit(now));
                    },
                    "2 captures, CLOSED, 5600.00 of AC123BD by version 1"),
            new EventCase(
                    "seen three times on a street, a Monday",
                    SIGHTINGS,
                    "street",
                    (stage, now) -> {
                        Instant nine = monday(now);
                        stage.photo(CAR, "SIGHTING", nine.plus(Duration.ofMinutes(5)));
                        stage.photo(CAR, "SIGHTING", nine.plus(Duration.ofMinutes(40)));
                        stage.photo(CAR, "SIGHTING", nine.plus(Duration.ofMinutes(80)));
                    },
                    "3 captures, CLOSED, 870.00 of AC123BD by version 1"),
            new EventCase(
                    "seen once where no zone is, checked out 2 h 10 later",
                    AUTOMATIC,
                    "original",
                    (stage, now) -> stage.checkOut(stage.photo(CAR, "SIGHTING", now.minus(Duration.ofMinutes(130)))),
                    "1 capture, CLOSED, 1500.00 of AC123BD by version 1"));

    private static Instant entry(Instant now) {
        return now.minus(Duration.ofHours(3));
    }

    private static Instant exit(Instant now) {
        return entry(now).plus(STAY);
    }

    /** 9 o'clock of the last Monday before today. */
    private static Instant monday(Instant now) {
        LocalDate monday = LocalDate.ofInstant(now, SITE).with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
        return monday.atTime(9, 0).atZone(SITE).toInstant();
    }
}
